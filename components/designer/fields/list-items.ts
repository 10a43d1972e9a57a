// Items of a list while it is edited row by row.
import { isJsonObject, type JsonValue } from '@/lib/json';
import type { TokenType } from '@/lib/token/token';
import { shortText } from '../step/step-face';

/** What a new row holds. */
export function emptyItem(type: TokenType): JsonValue {
  if (type === 'object') return {};
  return type === 'array' ? [] : '';
}

/** The list with one item at another place. */
export function movedItem(items: readonly JsonValue[], from: number, to: number): JsonValue[] {
  const item = items[from];
  if (item === undefined) return [...items];
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** An item in a few words: the first of its members that says something. */
export function itemSummary(item: JsonValue): string {
  if (Array.isArray(item)) return item.length === 1 ? '1 item' : `${item.length} items`;
  if (!isJsonObject(item)) return shortText(item);
  for (const member of Object.values(item)) {
    const text = typeof member === 'object' ? '' : shortText(member);
    if (text !== '') return text;
  }
  return '';
}
