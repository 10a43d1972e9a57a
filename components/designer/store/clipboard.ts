// Copying, cutting and pasting steps as text. What this window copied itself it also remembers whole, with the secrets and
// connections that the text does not carry.
import { announce } from '@/components/ui/live-region';
import { notify } from '@/components/ui/toast';
import { checkReferences } from '@/lib/flow/check/references';
import { type Clip, parseClip, toClip, toClipText } from '@/lib/flow/clip';
import type { Flow } from '@/lib/flow/definition';
import type { EditResult } from '@/lib/flow/edits/edit';
import { titleOf } from '@/lib/flow/title';
import { findAction, listInnerNames } from '@/lib/flow/tree';
import { placeAfter } from '../step/insert-place';
import type { DesignerStore } from './designer-store';
import { makeEdit, notifyDone } from './gestures';

interface Remembered {
  text: string;
  clip: Clip;
  /** API id -> connection that the steps used where they were copied. */
  connections: Record<string, string>;
}

let last: Remembered | undefined;

function connectionsOf({ connectionReferences }: Flow): Record<string, string> {
  const filled = Object.values(connectionReferences).flatMap(({ apiId, connectionId }) =>
    connectionId === undefined ? [] : [[apiId, connectionId] as const],
  );
  return Object.fromEntries(filled.reverse());
}

/** The text of a step for the clipboard; undefined for the trigger, which stays where it is. */
export function copyStep(store: DesignerStore, name: string): string | undefined {
  const { flow } = store.getState();
  const clip = toClip(flow, name);
  if (!clip) {
    notify('The trigger of a flow is not copied.');
    return undefined;
  }
  const text = toClipText(clip);
  last = { text, clip, connections: connectionsOf(flow) };
  announce(`${titleOf(name)} copied.`);
  return text;
}

/** The same, and the step goes; undefined where it has to stay. */
export function cutStep(store: DesignerStore, name: string): string | undefined {
  const text = copyStep(store, name);
  if (text === undefined) return undefined;
  const edits = [{ type: 'remove-action', action: name }] as const;
  const result = makeEdit(store, { type: 'several', name: `Cut ${titleOf(name)}`, edits: [...edits] });
  if (!result.ok) return undefined;
  notifyDone(store, `Cut ${titleOf(name)}.`);
  return text;
}

/** Which connection a connector's steps take where nothing is remembered. */
type Choose = (apiId: string) => string | undefined;

/** Pastes what a text holds behind the selected step; undefined where it holds no steps. */
export function pasteText(store: DesignerStore, text: string, choose: Choose): EditResult | undefined {
  const own = last?.text === text ? last : undefined;
  const clip = own?.clip ?? parseClip(text);
  if (!clip) return undefined;
  const connections = Object.fromEntries(
    clip.connectors.flatMap((apiId) => {
      const id = own?.connections[apiId] ?? choose(apiId);
      return id === undefined ? [] : [[apiId, id]];
    }),
  );
  const { flow, selected, show } = store.getState();
  const place = placeAfter(flow.definition, selected);
  const result = makeEdit(store, { type: 'paste-actions', actions: clip.actions, place, connections });
  if (!result.ok || result.select === undefined) return result;
  show('inspector');
  const broken = countBroken(result.flow, result.select);
  const [of, leads] = broken === 1 ? ['1', 'leads'] : [String(broken), 'lead'];
  notifyDone(
    store,
    broken === 0
      ? `Pasted ${titleOf(result.select)}.`
      : `Pasted ${titleOf(result.select)}. ${of} of its references ${leads} nowhere here; the flow checker names them.`,
  );
  return result;
}

/** References in a step, and in what is inside of it, that find nothing where it stands. */
function countBroken({ definition }: Flow, name: string): number {
  const located = findAction(definition, name);
  const names = new Set(located ? [name, ...listInnerNames(located.action)] : []);
  return checkReferences(definition).filter(
    ({ severity, action }) => severity === 'error' && action !== undefined && names.has(action),
  ).length;
}
