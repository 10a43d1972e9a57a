// How large and how deep YAML text is, told from its tokens before the parser sees it: flow brackets, indentation, and
// indicators like `- - -` on one line.
import { Lexer } from 'yaml';
import { limits } from '../limits';

const scalarMark = '\u001f';
const otherMarks = new Set(['\u0002', '\u0018', '\ufeff']);

/** The limit that the text passes and where, or undefined. Lines of a long text may count as one level more than they are. */
export function scanYaml(text: string): { limit: 'documentDepth' | 'yamlMarks'; offset: number } | undefined {
  const depth = limits.documentDepth.value;
  const indents: number[] = [];
  let left = limits.yamlMarks.value;
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
    left -= 1;
    if (left < 0) return { limit: 'yamlMarks', offset };
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
      if (flow + inline + indents.length > depth) return { limit: 'documentDepth', offset };
    }
    scalarNext = false;
    offset += token.length;
  }
  return undefined;
}

function enterLine(indents: number[], indent: number): void {
  while ((indents.at(-1) ?? -1) >= indent) indents.pop();
  indents.push(indent);
}
