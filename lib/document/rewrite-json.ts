// Writes a changed value into the JSON text it came from: every part that says the same keeps its bytes, and what is
// new takes the style of its surroundings (indentation, line ends, inline or not).
import { type Node, parseTree } from 'jsonc-parser';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { isSameJson } from './equal';

interface Style {
  /** One level of indentation; '' writes everything on one line. */
  unit: string;
  lineEnd: string;
  colon: string;
}

interface Member {
  key?: string;
  text: string;
  /** Index in the old container, or undefined for a new member. */
  old?: number;
}

/** The text with `after` in place of `before`, which must be the value of the text. Strict JSON in, strict JSON out. */
export function rewriteJson(text: string, before: JsonValue, after: JsonValue): string {
  if (isSameOrder(before, after)) return text;
  const root = parseTree(text);
  if (!root) return print(after, detectStyle(text), '');
  const written = render({ text, style: detectStyle(text) }, root, { before, after });
  return text.slice(0, root.offset) + written + text.slice(root.offset + root.length);
}

/** Pretty or plain JSON text of a new value, with continuation lines indented by `indent`. */
function print(value: JsonValue, style: Style, indent: string): string {
  if (style.unit === '') return JSON.stringify(value);
  return JSON.stringify(value, null, style.unit).replaceAll('\n', style.lineEnd + indent);
}

function detectStyle(text: string): Style {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1];
  if (!text.trim().includes('\n')) return { unit: '', lineEnd: '', colon: /":\s/.test(text) ? ': ' : ':' };
  return { unit: indent ?? '  ', lineEnd: text.includes('\r\n') ? '\r\n' : '\n', colon: ': ' };
}

interface Source {
  text: string;
  style: Style;
}

function render(
  source: Source,
  node: Node,
  { before, after }: { before: JsonValue; after: JsonValue },
): string {
  const own = source.text.slice(node.offset, node.offset + node.length);
  if (isSameOrder(before, after)) return own;
  if (node.type === 'object' && isJsonObject(before) && isJsonObject(after)) {
    const members = objectMembers(source, node, { before, after });
    if (members) return assemble(source, node, members);
  }
  if (node.type === 'array' && Array.isArray(before) && Array.isArray(after)) {
    return assemble(source, node, arrayMembers(source, node, { before, after }));
  }
  return print(after, source.style, indentAt(source.text, node.offset));
}

/** Same keys in the same order, deeply: only then the old bytes may stay. */
function isSameOrder(one: JsonValue, other: JsonValue): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSameOrder(item, other[index] ?? null))
    );
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const keys = Object.keys(one);
  const others = Object.keys(other);
  return (
    keys.length === others.length &&
    keys.every((key, index) => key === others[index] && isSameOrder(one[key] ?? null, other[key] ?? null))
  );
}

/** Members in their new order; undefined where kept keys changed places, which rewrites the object. */
function objectMembers(
  source: Source,
  node: Node,
  values: { before: JsonObject; after: JsonObject },
): Member[] | undefined {
  const nodes = node.children ?? [];
  const byKey = new Map(
    nodes.map((property, index) => [String(property.children?.[0]?.value), { property, index }]),
  );
  const members: Member[] = [];
  let last = -1;
  for (const [key, value] of Object.entries(values.after)) {
    const found = byKey.get(key);
    const valueNode = found?.property.children?.[1];
    if (!found || !valueNode || !Object.hasOwn(values.before, key)) {
      members.push({ key, text: '' });
      continue;
    }
    if (found.index < last) return undefined;
    last = found.index;
    const head = source.text.slice(found.property.offset, valueNode.offset);
    const text = head + render(source, valueNode, { before: values.before[key] ?? null, after: value });
    members.push({ key, text, old: found.index });
  }
  const indent = memberIndent(source, node);
  return members.map((member) => {
    if (member.old !== undefined || member.key === undefined) return member;
    const value = print(values.after[member.key] ?? null, styleInside(source, node), indent);
    return { ...member, text: JSON.stringify(member.key) + source.style.colon + value };
  });
}

/** Items that stay at the front and at the back keep their bytes; those between are paired in order. */
function arrayMembers(
  source: Source,
  node: Node,
  values: { before: JsonValue[]; after: JsonValue[] },
): Member[] {
  const { before, after } = values;
  const nodes = node.children ?? [];
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && isSameJson(before[front], after[front])) front += 1;
  let back = 0;
  while (back < shorter - front && isSameJson(before.at(-1 - back), after.at(-1 - back))) back += 1;
  const indent = memberIndent(source, node);
  return after.map((value, index): Member => {
    const fromEnd = after.length - index;
    const old = fromEnd <= back ? before.length - fromEnd : index;
    const paired = index < front || fromEnd <= back || index < before.length - back;
    const itemNode = paired ? nodes[old] : undefined;
    if (!itemNode) return { text: print(value, styleInside(source, node), indent) };
    return { text: render(source, itemNode, { before: before[old] ?? null, after: value }), old };
  });
}

/** Puts a container together again: old separators between old neighbours, the usual one elsewhere. */
function assemble(source: Source, node: Node, members: readonly Member[]): string {
  const { text } = source;
  const [open = '{', close = '}'] = node.type === 'object' ? ['{', '}'] : ['[', ']'];
  if (members.length === 0) return open + close;
  const nodes = node.children ?? [];
  const endOf = (child: Node): number => child.offset + child.length;
  const frame = frameOf(source, node);
  let result = frame.lead;
  members.forEach((member, index) => {
    const previous = members[index - 1];
    const left = previous?.old === undefined ? undefined : nodes[previous.old];
    const right = member.old === undefined ? undefined : nodes[member.old];
    const neighbours = left && right && member.old === (previous?.old ?? -2) + 1;
    if (index > 0) result += neighbours ? text.slice(endOf(left), right.offset) : frame.separator;
    result += member.text;
  });
  return result + frame.tail;
}

/** What stands before the first, between two, and after the last member of a container. */
function frameOf(source: Source, node: Node): { lead: string; separator: string; tail: string } {
  const { text, style } = source;
  const [open = '{', close = '}'] = node.type === 'object' ? ['{', '}'] : ['[', ']'];
  const first = node.children?.[0];
  const second = node.children?.[1];
  const last = node.children?.at(-1);
  if (first && last) {
    const lead = text.slice(node.offset, first.offset);
    const between = second ? text.slice(first.offset + first.length, second.offset) : undefined;
    return {
      lead,
      separator: between ?? `,${lead.slice(1) || (style.colon === ': ' ? ' ' : '')}`,
      tail: text.slice(last.offset + last.length, node.offset + node.length),
    };
  }
  if (style.unit === '') return { lead: open, separator: ',', tail: close };
  const indent = indentAt(text, node.offset);
  const start = style.lineEnd + indent + style.unit;
  return { lead: open + start, separator: `,${start}`, tail: style.lineEnd + indent + close };
}

/** New members of a container written on one line stay on that line. */
function styleInside(source: Source, node: Node): Style {
  const first = node.children?.[0];
  const inline = first && !source.text.slice(node.offset, first.offset).includes('\n');
  return inline ? { ...source.style, unit: '' } : source.style;
}

function memberIndent(source: Source, node: Node): string {
  const first = node.children?.[0];
  const lead = first ? source.text.slice(node.offset, first.offset) : '';
  if (lead.includes('\n')) return lead.slice(lead.lastIndexOf('\n') + 1);
  return indentAt(source.text, node.offset) + source.style.unit;
}

/** White space at the start of the line an offset is on. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
