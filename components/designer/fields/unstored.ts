// What is typed into a field and is not in the definition: JSON that does not parse, a row without a name, code that was
// not applied. Kept per flow for this browser tab, across steps and reloads, and known to the checker.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type KeptStore, parseKept, readKept, writeKept } from '@/components/ui/use-kept';
import type { FlowProblem } from '@/lib/flow/check-flow';
import type { FlowDefinition } from '@/lib/flow/definition';
import { findAction, listTriggers } from '@/lib/flow/tree';
import type { JsonObject, JsonValue } from '@/lib/json';
import { atPointer, toPointer } from '@/lib/json-pointer';
import { findStep } from '../step/step-face';

export interface Unstored extends JsonObject {
  step: string;
  /** Key of the field. */
  field: string;
  /** Keys from the step down to the value the text stands for. */
  path: string[];
  text: string;
  /** JSON of that value when the text was typed; another value there makes the text outdated. */
  base: string;
  /** What the checker says of it; empty where there is nothing to say. */
  message: string;
}

export interface UnstoredState {
  entries: readonly Unstored[];
  put(entry: Unstored): void;
  drop(step: string, field: string): void;
  renameStep(from: string, to: string): void;
}

export type UnstoredStore = StoreApi<UnstoredState>;

/** JSON of a value as entries are compared by it. */
export function baseOf(value: JsonValue | undefined): string {
  return JSON.stringify(value) ?? '';
}

/** The texts of one flow; without a storage they last as long as the page. */
export function createUnstored(flowId: string, storage: KeptStore | undefined): UnstoredStore {
  const key = `unstored.${flowId}`;
  const kept = parseKept<Unstored[]>(readKept(storage, key), []) ?? [];
  return createStore<UnstoredState>((set, get) => {
    const keep = (entries: readonly Unstored[]) => {
      writeKept(storage, key, entries.length === 0 ? undefined : [...entries]);
      set({ entries });
    };
    const others = (step: string, field: string) =>
      get().entries.filter((entry) => entry.step !== step || entry.field !== field);
    return {
      entries: kept,
      put: (entry) => keep([...others(entry.step, entry.field), entry]),
      drop(step, field) {
        const left = others(step, field);
        if (left.length < get().entries.length) keep(left);
      },
      renameStep: (from, to) =>
        keep(get().entries.map((entry) => (entry.step === from ? { ...entry, step: to } : entry))),
    };
  });
}

/** The entry of a field, while the value it was typed over is still there. */
export function findUnstored(
  entries: readonly Unstored[],
  place: { step: string; field: string; value: JsonValue | undefined },
): Unstored | undefined {
  const found = entries.find((entry) => entry.step === place.step && entry.field === place.field);
  return found?.base === baseOf(place.value) ? found : undefined;
}

/** What the checker says of texts that are not stored. */
export function listUnstoredProblems(
  entries: readonly Unstored[],
  definition: FlowDefinition,
): FlowProblem[] {
  return entries.flatMap(({ step: name, field, path, base, message }) => {
    const step = findStep(definition, name);
    if (!step || message === '' || baseOf(atPointer(step, toPointer(path))) !== base) return [];
    const action = findAction(definition, name);
    const trigger = listTriggers(definition).find((each) => each.name === name);
    const at = (action ?? trigger)?.pointer ?? '';
    const problem: FlowProblem = {
      code: 'FLOW4014',
      severity: 'error',
      group: 'parameter',
      ...(action ? { action: name } : { trigger: name }),
      at: at + toPointer(path),
      field,
      message,
    };
    return [problem];
  });
}
