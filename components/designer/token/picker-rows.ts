// The rows of the picker: a tree per step, what fits the field first, what does not fit folded.
import { type FieldShape, fitOf, orderByFit } from '@/lib/token/fit';
import { countTokens, matches, searchTokens } from '@/lib/token/search';
import type { Token, TokenGroup } from '@/lib/token/token';

export type PickerRow =
  /** `count` of `total` tokens match what is searched. */
  | { kind: 'group'; id: string; group: TokenGroup; count: number; total: number }
  | { kind: 'token'; id: string; token: Token; depth: number; open: boolean; group: TokenGroup }
  | { kind: 'more'; id: string; group: TokenGroup; count: number }
  | { kind: 'other'; id: string; count: number; open: boolean }
  | { kind: 'undescribed'; id: string; group: TokenGroup };

export interface RowsQuery {
  groups: readonly TokenGroup[];
  query: string;
  field: FieldShape;
  /** Ids of groups whose "See more" was pressed, and tokens whose branch was toggled. */
  opened: ReadonlySet<string>;
}

const rowsPerGroup = 6;

function fits(token: Token, field: FieldShape): boolean {
  return fitOf(token, field) !== 'other' || token.children.some((child) => fits(child, field));
}

interface Placed {
  token: Token;
  depth: number;
  open: boolean;
}

/** Depth first; the first level of a tree is open, deeper ones when they were opened or a search found something inside. */
function flatten(tokens: readonly Token[], depth: number, query: RowsQuery): Placed[] {
  return orderByFit(tokens, query.field).flatMap((token) => {
    const searching = query.query.trim() !== '';
    const open = token.children.length > 0 && (searching || depth < 2 !== query.opened.has(token.key));
    return [{ token, depth, open }, ...(open ? flatten(token.children, depth + 1, query) : [])];
  });
}

/** All rows to show, in order. */
export function toPickerRows(query: RowsQuery): PickerRow[] {
  const rows: PickerRow[] = [];
  const other: PickerRow[] = [];
  const totals = new Map(query.groups.map((group) => [group.id, countTokens(group)]));
  for (const group of searchTokens(query.groups, query.query)) {
    const count = countTokens(group, query.query);
    rows.push({ kind: 'group', id: group.id, group, count, total: totals.get(group.id) ?? count });
    if (group.undescribed) rows.push({ kind: 'undescribed', id: `${group.id}?`, group });
    const fitting = group.tokens.filter((token) => fits(token, query.field));
    const rest = group.tokens.filter((token) => !fits(token, query.field));
    const placed = flatten(fitting, 0, query);
    const all = query.opened.has(group.id) || placed.length <= rowsPerGroup + 1;
    const toRow = (each: Placed): PickerRow => ({
      kind: 'token',
      id: `${group.id} ${each.token.key}`,
      ...each,
      group,
    });
    rows.push(...(all ? placed : placed.slice(0, rowsPerGroup)).map(toRow));
    if (!all) rows.push({ kind: 'more', id: `${group.id}+`, group, count: placed.length - rowsPerGroup });
    other.push(...flatten(rest, 0, query).map(toRow));
  }
  if (other.length > 0) {
    const open = query.opened.has('other') || query.query.trim() !== '';
    rows.push({ kind: 'other', id: 'other', count: other.length, open });
    if (open) rows.push(...other);
  }
  return rows;
}

/**
 * The row to begin at: the first token whose own label has what was typed, else the first that has it at all, rather than
 * a parent of it; where nothing was typed, the first that is of the field's type.
 */
export function findBestRow(
  rows: readonly PickerRow[],
  query: string,
  field: FieldShape,
): number | undefined {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const find = (isBest: (row: Extract<PickerRow, { kind: 'token' }>) => boolean) => {
    const index = rows.findIndex((row) => row.kind === 'token' && isBest(row));
    return index < 0 ? undefined : index;
  };
  if (words.length === 0) return find(({ token }) => fitOf(token, field) === 'exact');
  return (
    find(({ token }) => words.every((word) => token.label.toLowerCase().includes(word))) ??
    find(({ token, group }) => matches(token, words, group.label.toLowerCase()))
  );
}

/** True for rows that the arrow keys stop at. */
export function isChoosable(row: PickerRow): boolean {
  return row.kind === 'token' || row.kind === 'more' || row.kind === 'other';
}
