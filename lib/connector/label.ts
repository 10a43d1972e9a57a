// What makers read where a definition gives no text: the operation's own summary, else its ID in words.
import type { Operation } from './model';

/** The summary without spaces around it, else the operation ID in words. */
export function operationLabel(operation: Pick<Operation, 'summary' | 'id'>): string {
  return operation.summary.trim() || humanise(operation.id);
}

const longestInWords = 200;

/** `fromDate`, `from_date` and `from-date` become `From Date`; `customerID` becomes `Customer ID`. Past 200 characters a name stays as it is. */
export function humanise(name: string): string {
  if (name.length > longestInWords) return name;
  const words = name
    .replace(/^[$@]+/, '')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_\-./[\]]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return name;
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
