// How deep YAML text nests, told from its tokens before the recursive parser sees it: flow brackets, indentation, and
// indicators like `- - -` on one line.
import { Lexer } from 'yaml';

const scalarMark = '\u001f';
const otherMarks = new Set(['\u0002', '\u0018', '\ufeff']);

/** Offset where the text passes `limit` levels, or -1. Lines of a long text may count as one level more than they are. */
export function findTooDeepYaml(text: string, limit: number): number {
  const indents: number[] = [];
  let offset = 0;
  let flow = 0;
  let inline = 0;
  let indent = 0;
  let lineStart = true;
  let scalarNext = false;
  for (const token of new Lexer().lex(text)) {
    if (token === scalarMark || otherMarks.has(token)) {
      scalarNext = token === scalarMark;
      continue;
    }
    if (token === '\n' || token === '\r\n') {
      lineStart = true;
      inline = 0;
      indent = 0;
    } else if (lineStart && /^[ \t]+$/.test(token)) indent = token.length;
    else {
      if (lineStart) enterLine(indents, indent);
      lineStart = false;
      if (!scalarNext && (token === '[' || token === '{')) flow += 1;
      else if (!scalarNext && (token === ']' || token === '}')) flow -= 1;
      else if (!scalarNext && (token === '-' || token === '?')) inline += 1;
      if (flow + inline + indents.length > limit) return offset;
    }
    scalarNext = false;
    offset += token.length;
  }
  return -1;
}

function enterLine(indents: number[], indent: number): void {
  while ((indents.at(-1) ?? -1) >= indent) indents.pop();
  indents.push(indent);
}
