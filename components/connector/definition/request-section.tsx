// Request of an operation: each input as a row that opens in place, and import from a sample.
'use client';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { cx } from '@/components/ui/class-names';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { useKept } from '@/components/ui/use-kept';
import { listInputs } from '@/lib/connector/inputs';
import type { Connector, InputField, Operation } from '@/lib/connector/model';
import type { Problem } from '@/lib/problem';
import { ProblemList } from '../problems/problem-list';
import { isWithin } from '../problems/problem-place';
import { useOpenAtGoal } from '../problems/use-open-at-goal';
import { useEditor } from '../store/editor-context';
import { ParameterForm } from './parameter-form';
import { SampleDialog } from './sample-dialog';

interface RequestSectionProps {
  connector: Connector;
  operation: Operation;
  problems: readonly Problem[];
}

export function RequestSection({ connector, operation, problems }: RequestSectionProps) {
  const [open, setOpen] = useState<string>();
  const id = useEditor((state) => state.stored.id);
  const importing = useKept<boolean>(`connector.${id}.sampling.${operation.pointer}`, false);
  const inputs = useSteadyOrder(listInputs(connector, operation));
  useOpenAtGoal(inputs, (input) => setOpen(input.key));
  const ofWhole = problems.filter(
    ({ at }) =>
      (isWithin(at, `${operation.pointer}/parameters`) || isWithin(at, `${operation.pointer}/requestBody`)) &&
      !inputs.some((input) => isWithin(at, input.pointer)),
  );
  return (
    <section
      aria-label="Request"
      data-at={`${operation.pointer}/parameters`}
      className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-card border border-line bg-surface p-5"
    >
      <header className="flex items-center gap-3">
        <h2 className="text-panel">Request</h2>
        <button
          type="button"
          className="ml-auto font-semibold text-accent hover:underline"
          onClick={() => importing.set(true)}
        >
          Import from sample
        </button>
      </header>
      {inputs.length === 0 && <p className="text-ink3">This operation has no inputs.</p>}
      <ProblemList problems={ofWhole} />
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1 empty:hidden">
        {inputs.map((input) => (
          <li
            key={`${input.parameter.in} ${input.key}`}
            data-at={input.pointer}
            className="rounded-control border border-line"
          >
            <InputRow
              input={input}
              open={open === input.key}
              worst={problems.find(
                (problem) =>
                  problem.severity !== 'hint' && isWithin(problem.at, input.pointer) && input.pointer !== '',
              )}
              onToggle={() => setOpen(open === input.key ? undefined : input.key)}
            />
            {open === input.key && (
              <ParameterForm
                connector={connector}
                operation={operation}
                input={input}
                problems={problems.filter((problem) => isWithin(problem.at, input.pointer))}
              />
            )}
          </li>
        ))}
      </ul>
      {importing.value && (
        <SampleDialog kind="request" connector={connector} operation={operation} onClose={importing.forget} />
      )}
    </section>
  );
}

/** Inputs stay where they were first seen: a field that becomes required must not jump away while it is edited. */
function useSteadyOrder(inputs: readonly InputField[]): InputField[] {
  const order = useRef(new Map<string, number>());
  for (const { key } of inputs) if (!order.current.has(key)) order.current.set(key, order.current.size);
  const placeOf = (input: InputField) => order.current.get(input.key) ?? 0;
  return [...inputs].sort((left, right) => placeOf(left) - placeOf(right));
}

function InputRow({
  input,
  open,
  worst,
  onToggle,
}: {
  input: InputField;
  open: boolean;
  worst: Problem | undefined;
  onToggle: () => void;
}) {
  const place = input.path.length > 0 ? 'body' : input.parameter.in;
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={onToggle}
      className="flex w-full min-w-0 items-center gap-2 px-2 py-1.5 text-left hover:bg-hover"
    >
      {open ? <ChevronDown className="text-ink3" /> : <ChevronRight className="text-ink3" />}
      {worst && <SeverityIcon severity={worst.severity} />}
      <code className="min-w-0 truncate">{input.key}</code>
      {input.required && (
        <span className="text-err" title="Required">
          *
        </span>
      )}
      <span className="shrink-0 text-small text-ink3">
        {place} · {input.type}
        {input.format ? ` · ${input.format}` : ''}
      </span>
      <span
        className={cx(
          'ml-auto min-w-0 truncate text-small max-sm:hidden',
          input.visibility === 'internal' ? 'text-ink3' : 'text-ink2',
        )}
      >
        {input.visibility === 'internal' ? 'not shown' : `shown as “${input.label}”`}
      </span>
    </button>
  );
}
