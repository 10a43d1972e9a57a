// The operation ID: its rules, and the field that renames an operation when it is left, since the ID is the key of
// everything else here.
'use client';
import { Field, Input } from '@/components/ui/input';
import { setOperation } from '@/lib/connector/edit/operation';
import type { Connector, Operation } from '@/lib/connector/model';
import type { Problem } from '@/lib/problem';
import { fieldNotes } from '../problems/problem-text';
import { useEditorStore } from '../store/editor-context';
import { useRefused } from '../store/use-refused';

/** Why an operation cannot have this ID; undefined when it can. */
export function operationIdError(connector: Connector, id: string, own?: Operation): string | undefined {
  if (id.trim() === '') return 'Operation ID is required.';
  if (/\s/.test(id)) return 'An operation ID has no spaces.';
  const isTaken = connector.operations.some((other) => other !== own && other.id === id);
  return isTaken ? 'Another operation has this ID.' : undefined;
}

interface OperationIdFieldProps {
  connector: Connector;
  operation: Operation;
  problems: readonly Problem[];
  onRenamed: (id: string) => void;
}

export function OperationIdField({ connector, operation, problems, onRenamed }: OperationIdFieldProps) {
  const store = useEditorStore();
  const { text, refuse: type, accept } = useRefused(`id.${operation.pointer}`, operation.id);
  const shown = text ?? operation.id;
  const error = text === undefined ? undefined : operationIdError(connector, text, operation);
  const rename = () => {
    if (text === undefined || error) return;
    accept();
    if (text === operation.id) return;
    onRenamed(text);
    store.getState().change(`${operation.pointer} id`, setOperation(connector, operation, { id: text }));
  };
  return (
    <Field label="Operation ID" required {...fieldNotes(problems)} {...(error ? { error } : {})}>
      <Input
        mono
        data-at={`${operation.pointer}/operationId`}
        spellCheck={false}
        value={shown}
        onChange={(event) => type(event.target.value)}
        onBlur={rename}
      />
    </Field>
  );
}
