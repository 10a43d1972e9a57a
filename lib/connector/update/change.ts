// One line of what an update does, and the words it is made of.
import type { JsonValue } from '../../json';
import { operationLabel } from '../label';
import type { Operation } from '../model';
import { textMember } from '../read/members';

export interface UpdateChange {
  kind: 'added' | 'removed' | 'changed';
  subject: 'general' | 'security' | 'operation' | 'parameter' | 'response' | 'schema';
  /** JSON Pointer: in the result, or for what is removed in the definition as it was. */
  at: string;
  /** One line for the list. */
  label: string;
  before?: JsonValue;
  after?: JsonValue;
  /** What exactly changed in it, one line each. */
  details?: string[];
}

/** `List Invoices (GET /ListInvoices)` */
export function titleOf(operation: Operation): string {
  return `${operationLabel(operation)} (${operation.method} ${operation.path})`;
}

const names: Record<string, string> = {
  id: 'Operation ID',
  summary: 'Summary',
  description: 'Description',
  visibility: 'Visibility',
  default: 'Default value',
  dropdown: 'Dropdown',
  required: 'Required',
  type: 'Type',
  format: 'Format',
};

/** What a statement is called. */
export function factName(name: string): string {
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name;
}

const textLimit = 200;

/** A value as a line shows it; nothing is `none`, a dropdown is the names that makers see. */
export function factText(value: JsonValue | undefined): string {
  if (value === undefined || value === '') return 'none';
  const labels = Array.isArray(value) ? value.map((entry) => textMember(entry, 'label')) : [];
  const isDropdown = labels.length > 0 && labels.every((label) => label !== '');
  const text = isDropdown ? labels.join(', ') : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > textLimit ? `${text.slice(0, textLimit)}…` : text;
}

/** `summary List becomes Lists` */
export function becomes(name: string, before: JsonValue | undefined, after: JsonValue | undefined): string {
  return `${name} ${factText(before)} becomes ${factText(after)}`;
}
