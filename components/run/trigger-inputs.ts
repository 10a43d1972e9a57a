// The trigger's typed inputs as a form: texts while typing, values when the run starts.
import type { FlowDefinition } from '@/lib/flow/definition';
import { listTriggers } from '@/lib/flow/tree';
import { readTriggerInputs, type TriggerInput } from '@/lib/flow/trigger-inputs';
import type { JsonObject } from '@/lib/json';

export type InputTexts = Record<string, string>;

/** The inputs that a person fills in before the flow runs; none for triggers without a schema. */
export function listTriggerInputs(definition: FlowDefinition): TriggerInput[] {
  const trigger = listTriggers(definition)[0]?.trigger;
  return trigger ? readTriggerInputs(trigger) : [];
}

/** What is wrong with a typed text, or undefined. */
export function checkInputText(input: TriggerInput, text: string): string | undefined {
  if (text.trim() === '') return input.required ? `${input.title} is required.` : undefined;
  if (input.kind === 'number' && !Number.isFinite(Number(text)))
    return `${input.title} is a number, such as 12.5.`;
  if (input.kind === 'email' && !/^\S+@\S+\.\S+$/.test(text)) return `${input.title} is an e-mail address.`;
  return undefined;
}

/** The values to start a run with; empty optional inputs are left out. */
export function toInputValues(inputs: readonly TriggerInput[], texts: InputTexts): JsonObject {
  const values: JsonObject = {};
  for (const input of inputs) {
    const text = texts[input.key] ?? '';
    if (text.trim() === '') continue;
    if (input.kind === 'number') values[input.key] = Number(text);
    else if (input.kind === 'boolean') values[input.key] = text === 'true';
    else values[input.key] = text;
  }
  return values;
}
