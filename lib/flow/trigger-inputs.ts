// The typed inputs of "Manually trigger a flow", in the schema as Power Automate writes it:
// keys `text`, `text_1`, `number` …, each with `x-ms-dynamically-added` and `x-ms-content-hint`.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import type { TriggerDefinition } from './definition';
import type { TriggerInputKind } from './edits/edit';

export interface TriggerInput {
  /** Key in the schema and in the trigger's body. */
  key: string;
  kind: TriggerInputKind;
  title: string;
  description: string;
  required: boolean;
  /** Choices of a text input. */
  options?: string[];
}

interface KindEntry {
  kind: TriggerInputKind;
  label: string;
  title: string;
  description: string;
  schema: JsonObject;
}

/** The kinds of input in the order in which they are offered. */
export const triggerInputKinds: readonly KindEntry[] = [
  {
    kind: 'text',
    label: 'Text',
    title: 'Input',
    description: 'Please enter your input',
    schema: { type: 'string', 'x-ms-content-hint': 'TEXT' },
  },
  {
    kind: 'boolean',
    label: 'Yes/No',
    title: 'Yes/No',
    description: 'Please select yes or no',
    schema: { type: 'boolean', 'x-ms-content-hint': 'BOOLEAN' },
  },
  {
    kind: 'number',
    label: 'Number',
    title: 'Number',
    description: 'Please enter a number',
    schema: { type: 'number', 'x-ms-content-hint': 'NUMBER' },
  },
  {
    kind: 'date',
    label: 'Date',
    title: 'Trigger date',
    description: 'Please enter or select a date (YYYY-MM-DD)',
    schema: { type: 'string', format: 'date', 'x-ms-content-hint': 'DATE' },
  },
  {
    kind: 'email',
    label: 'Email',
    title: 'Email',
    description: 'Please enter an e-mail address',
    schema: { type: 'string', format: 'email', 'x-ms-content-hint': 'EMAIL' },
  },
];

/** Keys from the trigger down to the schema of its body. */
export const schemaPath = ['inputs', 'schema'];

function schemaOf(trigger: TriggerDefinition): JsonValue | undefined {
  return ownProperty(ownProperty(trigger, 'inputs'), 'schema');
}

function kindOf(schema: JsonValue): TriggerInputKind {
  const hint = String(ownProperty(schema, 'x-ms-content-hint') ?? '').toLowerCase();
  const known = triggerInputKinds.find((each) => each.kind === hint);
  if (known) return known.kind;
  const type = ownProperty(schema, 'type');
  if (type === 'boolean') return 'boolean';
  if (type === 'number' || type === 'integer') return 'number';
  const format = ownProperty(schema, 'format');
  if (format === 'date' || format === 'date-time') return 'date';
  return format === 'email' ? 'email' : 'text';
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Names listed in the schema's `required`. */
export function readRequired(trigger: TriggerDefinition): string[] {
  const required = ownProperty(schemaOf(trigger), 'required');
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

/** The inputs a trigger asks for, in order. */
export function readTriggerInputs(trigger: TriggerDefinition): TriggerInput[] {
  const properties = ownProperty(schemaOf(trigger), 'properties');
  if (!isJsonObject(properties)) return [];
  const required = readRequired(trigger);
  return Object.entries(properties).map(([key, schema]) => {
    const choices = ownProperty(schema, 'enum');
    return {
      key,
      kind: kindOf(schema),
      title: textOf(ownProperty(schema, 'title')) || key,
      description: textOf(ownProperty(schema, 'description')),
      required: required.includes(key),
      ...(Array.isArray(choices) ? { options: choices.map(String) } : {}),
    };
  });
}
