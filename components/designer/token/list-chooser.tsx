// One value per item of a list, put where one value belongs: asks what is meant. Nothing is repeated unasked.
'use client';
import { Popover } from 'radix-ui';
import type { RefObject } from 'react';
import { cx } from '@/components/ui/class-names';
import type { FieldShape } from '@/lib/token/fit';
import { type ListChoice, listChoices, singularOf } from '@/lib/token/list-choices';
import type { Token } from '@/lib/token/token';
import { useDesignerContext } from '../store/designer-context';
import { useLastValues } from './last-values';
import { previewOf, usualChoice } from './list-previews';
import { useTokens } from './token-context';

interface ListChooserProps {
  token: Token;
  field: FieldShape;
  anchor: RefObject<HTMLElement | null>;
  onChoose(choice: ListChoice): void;
  onCancel(): void;
}

export function ListChooser({ token, field, anchor, onChoose, onCancel }: ListChooserProps) {
  const { store } = useDesignerContext();
  const { action, groups } = useTokens();
  const values = useLastValues(groups, true);
  const last = { list: values.listOf(token), first: values.textOf(token) };
  const choices = listChoices({ flow: store.getState().flow, action, token, field });
  const one = singularOf(token.lists[0]?.label ?? 'item');
  if (!anchor.current) return null;
  return (
    <Popover.Root open onOpenChange={(open) => !open && onCancel()}>
      <Popover.Anchor virtualRef={{ current: anchor.current }} />
      <Popover.Portal>
        <Popover.Content
          aria-label={`How to use ${token.label}`}
          align="start"
          sideOffset={8}
          collisionPadding={8}
          className="z-40 w-(--radix-popper-anchor-width) min-w-80 animate-pop rounded-card bg-raised py-2 shadow-float outline-none"
          onOpenAutoFocus={(event) => {
            const content = event.currentTarget as HTMLElement;
            const usual = content.querySelector<HTMLElement>(`[data-choice="${usualChoice(last)}"]`);
            if (!usual) return;
            event.preventDefault();
            usual.focus();
          }}
          onKeyDown={(event) => {
            const choice = choices[Number(event.key) - 1];
            if (choice) {
              event.preventDefault();
              onChoose(choice);
            }
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
            const at = items.findIndex((each) => each.isSameNode(document.activeElement));
            items[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
          }}
        >
          <p className="px-3 pb-1.5">
            <strong className="font-semibold">{token.label}</strong> comes once per {one}
            {last.list && ` (${last.list.length} in the last run)`}. Use it for:
          </p>
          {choices.map((choice, index) => {
            const preview = previewOf(choice.id, last);
            return (
              <button
                key={choice.id}
                type="button"
                data-choice={choice.id}
                onClick={() => onChoose(choice)}
                className="grid w-full grid-cols-[16px_112px_1fr] items-baseline gap-2 px-3 py-1.5 text-left hover:bg-hover focus-visible:bg-hover focus-visible:shadow-[inset_2px_0_0_var(--color-ink)] focus-visible:outline-none"
              >
                <span className="text-small text-ink3">{index + 1}</span>
                <span className="font-semibold">{choice.label}</span>
                <span
                  title={choice.description}
                  className={cx(
                    'truncate text-small text-ink2',
                    preview !== undefined && choice.id !== 'each' && 'font-mono',
                  )}
                >
                  {preview ?? choice.description}
                </span>
              </button>
            );
          })}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
