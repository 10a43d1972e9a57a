// Findings of a definition's text as marks in an editor: by line and column where the text does not read, else by pointer.
import type { CodeMark } from '@/components/ui/code-editor-view';
import { createLocator, type TextRange } from '@/lib/document/locate';
import type { TextPosition } from '@/lib/document/position';
import type { Problem } from '@/lib/problem';

/** A finding of a text that does not read has its place there. */
export type TextProblem = Problem & { position?: TextPosition };

const marksAtMost = 500;

export function toMarks(text: string, problems: readonly TextProblem[]): CodeMark[] {
  const locate = createLocator(text);
  return problems
    .filter((problem) => problem.severity !== 'hint')
    .slice(0, marksAtMost)
    .flatMap((problem) => {
      const range = placeInText(text, problem) ?? locate(problem.at);
      return range ? [{ ...range, severity: problem.severity, message: problem.message }] : [];
    });
}

/** Where a text does not read; undefined for a finding that has no line. */
export function placeInText(text: string, { position }: TextProblem): TextRange | undefined {
  if (!position) return undefined;
  const before = text.split('\n').slice(0, position.line - 1);
  const start = before.reduce((sum, line) => sum + line.length + 1, 0) + position.column - 1;
  const from = Math.min(start, Math.max(text.length - 1, 0));
  return { from, to: Math.min(from + 1, text.length) };
}
