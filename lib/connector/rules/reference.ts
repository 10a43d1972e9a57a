// Rules for `$ref` and for misspelt extensions.
import { isJsonObject } from '../../json';
import { toPointer } from '../../json-pointer';
import { referenceOf, resolveReference } from '../reference';
import type { CheckView, Finding, Rule } from './rule';
import { isNearly } from './spelling';

function* checkReferences(view: CheckView): Iterable<Finding> {
  for (const { value, pointer } of view.parts) {
    const reference = referenceOf(value);
    if (reference === undefined) continue;
    const at = `${pointer}/$ref`;
    if (!reference.startsWith('#')) {
      const message = `“${shorten(reference)}” lies outside this file and is never fetched. Copy it into the file.`;
      yield { at, message };
    } else if (!resolveReference(view.document, { value, pointer })) {
      yield { at, message: `“${shorten(reference)}” leads nowhere in this file.` };
    }
  }
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

const extensions = [
  'x-ms-summary',
  'x-ms-visibility',
  'x-ms-url-encoding',
  'x-ms-trigger',
  'x-ms-dynamic-values',
  'x-ms-notification-url',
  'x-ms-notification-content',
  'x-ms-capabilities',
];
const typos = 2;

function* checkSpelling(view: CheckView): Iterable<Finding> {
  for (const { value, pointer } of view.parts) {
    if (!isJsonObject(value)) continue;
    for (const [key, member] of Object.entries(value)) {
      const close = closeExtension(key);
      if (close === undefined || Object.hasOwn(value, close)) continue;
      const at = pointer + toPointer([key]);
      const changes = [
        { op: 'remove' as const, at },
        { op: 'set' as const, at: pointer + toPointer([close]), value: member },
      ];
      yield {
        at,
        message: `“${key}” has no meaning; ${close} may be meant.`,
        fix: { label: `Rename to ${close}`, safe: true, changes },
      };
    }
  }
}

function closeExtension(key: string): string | undefined {
  if (!/^x\s*-\s*ms/i.test(key) || extensions.includes(key) || key.startsWith('x-ms-trigger-'))
    return undefined;
  return extensions.find((name) => isNearly(key.toLowerCase(), name, typos));
}

export const referenceRules: Rule[] = [
  { code: 'CONN2501', name: 'ReferenceNotFound', severity: 'error', find: checkReferences },
  { code: 'CONN2505', name: 'ExtensionMisspelt', severity: 'hint', find: checkSpelling },
];
