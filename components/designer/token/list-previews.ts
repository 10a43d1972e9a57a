// What each choice for a token of a list would have given in the last run, to stand beside it.
import type { JsonValue } from '@/lib/json';
import type { ListChoice } from '@/lib/token/list-choices';

interface LastRun {
  /** The list; undefined where the last run does not say. */
  list: readonly JsonValue[] | undefined;
  /** The value of its first item, as a line. */
  first: string | undefined;
}

const longest = 60;

/** A line for a choice, or undefined where only its own description can be shown. */
export function previewOf(choice: ListChoice['id'], { list, first }: LastRun): string | undefined {
  if (!list) return undefined;
  switch (choice) {
    case 'each':
      return list.length === 1 ? 'repeats this step once' : `repeats this step ${list.length} times`;
    case 'first':
      return first;
    case 'joined': {
      const text = list.slice(0, 10).map(String).join(', ');
      return list.length > 10 || text.length > longest ? `${text.slice(0, longest)}…` : text;
    }
    case 'count':
      return String(list.length);
    case 'whole':
      return `list of ${list.length}`;
  }
}

/** The choice that is taken by Enter: the first item where there is only one, else each. */
export function usualChoice({ list }: Pick<LastRun, 'list'>): ListChoice['id'] {
  return list?.length === 1 ? 'first' : 'each';
}
