// What a built-in trigger or action is, and what one of its fields is. The inspector draws both like connector parameters.
import type { InputField, Visibility } from '../../connector/model';
import type { JsonValue } from '../../json';
import type { ActionDefinition, TriggerDefinition } from '../definition';

/** Which editor draws a field; `tokens` is text with dynamic content. */
type FieldEditor =
  | 'tokens'
  | 'list'
  | 'json'
  | 'schema'
  | 'key-values'
  | 'condition'
  | 'choice'
  | 'variable'
  | 'variable-type'
  | 'plain'
  | 'trigger-inputs';

export interface BuiltInField {
  /** Stable within the type: `inputs/uri`. */
  key: string;
  /** Keys from the step down to the value. */
  path: string[];
  label: string;
  description: string;
  required: boolean;
  type: InputField['type'];
  editor: FieldEditor;
  visibility: Visibility;
  options?: { value: JsonValue; label: string }[];
  /** What a literal has to be beside its type. */
  rule?: ValueRule;
  /** What holds where the field is empty; shown, not written. */
  default?: JsonValue;
  /** It goes into a variable, so the variable's type is the type of the field. */
  ofVariable?: true;
}

/** A rule for the text of a literal. */
export interface ValueRule {
  /** "a number from 200 to 599" */
  takes: string;
  fits(text: string): boolean;
}

interface Common {
  type: string;
  kind?: string;
  label: string;
  description: string;
  /** Name of a lucide icon. */
  icon: string;
  /** Palette group: Control, Data operations, Variables, HTTP. */
  group: string;
  /** Extra words a search finds it by. */
  keywords: string;
  fields: readonly BuiltInField[];
}
export interface BuiltInAction extends Common {
  role: 'action';
  make(): ActionDefinition;
}
export interface BuiltInTrigger extends Common {
  role: 'trigger';
  make(): TriggerDefinition;
}
export type BuiltIn = BuiltInAction | BuiltInTrigger;

type FieldExtras = Partial<
  Pick<
    BuiltInField,
    'required' | 'type' | 'editor' | 'visibility' | 'options' | 'rule' | 'default' | 'ofVariable'
  >
>;

/** A field with the usual choices: optional text with dynamic content. */
export function field(
  key: string,
  texts: readonly [label: string, description: string],
  extras: FieldExtras = {},
): BuiltInField {
  return {
    key,
    path: key.split('/'),
    label: texts[0],
    description: texts[1],
    required: false,
    type: 'string',
    editor: extras.options ? 'choice' : 'tokens',
    visibility: 'none',
    ...extras,
  };
}

/** Options whose label is the value. */
export function options(...values: string[]): { value: JsonValue; label: string }[] {
  return values.map((value) => ({ value, label: value }));
}
