// Puts the focus on a field when the checker, a new step or the keyboard asked for it.
'use client';
import { type RefObject, useEffect } from 'react';
import { closestField, isWithin } from '../fields/field-match';
import { useDesigner } from '../store/designer-context';

const control =
  '[contenteditable="true"], input:not([type="hidden"], [aria-hidden="true"]), select, textarea, button[role="combobox"], button[role="radio"], button[role="checkbox"], button[role="switch"]';

/** The innermost field around the wanted place, else the first one inside of it. */
function findField(fields: readonly HTMLElement[], wanted: string): HTMLElement | undefined {
  const keys = fields.map((each) => each.dataset.field ?? '');
  const around = closestField(wanted, keys);
  return around === undefined
    ? fields.find((_, index) => isWithin(keys[index] ?? '', wanted))
    : fields[keys.indexOf(around)];
}

/** The control to focus: that of the field, else the first empty required one, else the first. */
function findControl(area: HTMLElement, field: string | undefined): HTMLElement | undefined {
  const fields = [...area.querySelectorAll<HTMLElement>('[data-field]')];
  const wanted = field === undefined ? undefined : findField(fields, field);
  const required = fields.find((each) => {
    const input = each.querySelector<HTMLElement>('[aria-required="true"]');
    return input !== null && input.textContent === '';
  });
  const place = wanted ?? required ?? fields[0] ?? area;
  return (
    place.querySelector<HTMLElement>(control) ?? wanted?.querySelector<HTMLElement>('button') ?? undefined
  );
}

/** Serves the requests for fields inside of `area`. */
export function useFocusRequest(area: RefObject<HTMLElement | null>) {
  const request = useDesigner((state) => state.focusRequest);
  useEffect(() => {
    if (!request) return;
    // After the tab was switched and folded fields were opened.
    const timer = setTimeout(() => {
      const found = area.current && findControl(area.current, request.field);
      found?.focus();
      found?.scrollIntoView({ block: 'nearest' });
    }, 60);
    return () => clearTimeout(timer);
  }, [area, request]);
}
