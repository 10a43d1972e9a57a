// A file that cannot be read, as text that can be corrected here: it is read again while one types.
'use client';
import { useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeEditor } from '@/components/ui/code-editor';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { StatusIcon } from '@/components/ui/status-icon';
import { useFlush } from '@/components/ui/use-flush';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { placeInText, type TextProblem, toMarks } from '../store/text-problem';
import type { ImportedFile } from './import-review';

/** How long typing pauses before the text is read, in milliseconds. */
const pause = 300;

interface BrokenFileEditorProps {
  file: ImportedFile;
  /** What the server said of the text as it came. */
  problems: readonly TextProblem[];
  onText: (text: string) => void;
  onContinue: (text: string) => void;
  onBack: () => void;
}

export function BrokenFileEditor(props: BrokenFileEditorProps) {
  const { file, problems, onText, onContinue, onBack } = props;
  const [text, setText] = useState(file.text);
  const [read, setRead] = useState(file.text);
  const [first] = useState(read);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const found = useMemo(() => findProblems(file.fileName, read), [file.fileName, read]);
  // The browser and the server read alike; what only the server can say is said until the text is changed.
  const shown = found.length === 0 && read === first ? problems : found;
  const marks = useMemo(() => toMarks(read, shown), [read, shown]);
  const [reveal] = useState(() => shown[0] && placeInText(read, shown[0]));

  const flush = () => {
    clearTimeout(timer.current);
    if (text === read) return;
    setRead(text);
    onText(text);
  };
  const flushLatest = useFlush(flush);
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(flushLatest, pause);
  };

  return (
    <section className="mx-auto grid w-full max-w-4xl gap-4 rounded-card border border-line bg-surface p-5">
      <h2 className="text-panel break-all">
        {shown.length > 0 ? `${file.fileName} cannot be read` : `${file.fileName} reads now`}
      </h2>
      <div role={shown.length > 0 ? 'alert' : 'status'} className="grid gap-2">
        {shown.map((problem) => (
          <p key={`${problem.code} ${problem.message}`} className="flex items-start gap-2">
            <SeverityIcon severity={problem.severity} className="mt-0.5 shrink-0" decorative />
            <span className="min-w-0">{problem.message}</span>
          </p>
        ))}
        {shown.length === 0 && (
          <p className="flex items-start gap-2">
            <StatusIcon status="Succeeded" decorative className="mt-0.5" />
            Nothing was imported yet. Go on to review it.
          </p>
        )}
      </div>
      <CodeEditor
        label={`Text of ${file.fileName}`}
        language={/^\s*[{[]/.test(text) ? 'json' : 'yaml'}
        value={text}
        onChange={type}
        marks={marks}
        reveal={reveal}
        className="h-[50vh]"
      />
      {shown.length > 0 && (
        <p className="text-ink2">
          Nothing was imported. Correct the text here, or correct the file and choose it again.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          disabledReason={shown.length > 0 ? 'The text cannot be read yet.' : undefined}
          onClick={() => onContinue(text)}
        >
          Continue
        </Button>
        <Button onClick={onBack}>Choose another file</Button>
      </div>
    </section>
  );
}

/** Why no connector can be made of a text; empty when one can. */
function findProblems(fileName: string, text: string): readonly TextProblem[] {
  const parsed = parseDefinition(text, fileName);
  if (!parsed.ok) return parsed.problems;
  return readConnector(parsed.document).problems;
}
