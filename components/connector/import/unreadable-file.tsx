// A file that cannot be read: what is wrong, where, the lines around it, and that nothing was made of it.
'use client';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/class-names';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { parseDefinition } from '@/lib/connector/parse-definition';
import type { Problem } from '@/lib/problem';

interface UnreadableFileProps {
  file: { fileName: string; text: string };
  problems: readonly Problem[];
  /** What stays as it was, and what to do now. */
  children: ReactNode;
}

export function UnreadableFile({ file, problems, children }: UnreadableFileProps) {
  const line = findBrokenLine(file);
  return (
    <section
      role="alert"
      className="mx-auto grid w-full max-w-3xl gap-4 rounded-card border border-line bg-surface p-5"
    >
      <h2 className="text-panel break-all">{file.fileName} cannot be read</h2>
      <ul className="grid gap-2">
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.message}`} className="flex items-start gap-2">
            <SeverityIcon severity={problem.severity} className="mt-0.5 shrink-0" />
            <span className="min-w-0">{problem.message}</span>
          </li>
        ))}
      </ul>
      {line !== undefined && <Excerpt text={file.text} line={line} />}
      {children}
    </section>
  );
}

function findBrokenLine({ fileName, text }: UnreadableFileProps['file']): number | undefined {
  const parsed = parseDefinition(text, fileName);
  return parsed.ok ? undefined : parsed.problems.find((problem) => problem.position)?.position?.line;
}

/** Long lines are cut: a file on one line would fill the page. */
const shownLength = 160;

function Excerpt({ text, line }: { text: string; line: number }) {
  const lines = text.split(/\r\n|\r|\n/);
  const first = Math.max(1, line - 2);
  const shown = lines.slice(first - 1, line + 2);
  return (
    <pre className="rounded-control border border-line bg-sunken py-2 font-mono text-small whitespace-pre-wrap break-all">
      {shown.map((content, index) => {
        const number = first + index;
        return (
          <div key={number} className={cx('flex gap-4 px-3', number === line && 'bg-err-soft')}>
            <span className="w-10 shrink-0 text-right text-ink2">{number}</span>
            <code>{content.length > shownLength ? `${content.slice(0, shownLength)}…` : content}</code>
          </div>
        );
      })}
    </pre>
  );
}
