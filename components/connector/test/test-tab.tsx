// Test tab: choose a connection and an operation, fill its form, call it, read what came back.
'use client';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { placeError } from '@/components/ui/place-error';
import { notifyError } from '@/components/ui/toast';
import { useKept } from '@/components/ui/use-kept';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { listInputs } from '@/lib/connector/inputs';
import { operationLabel } from '@/lib/connector/label';
import type { Connector, InputField, Operation } from '@/lib/connector/model';
import { errorsOf } from '@/lib/connector/operation-errors';
import { OperationList } from '../operations/operation-list';
import { OperationPicker } from '../operations/operation-picker';
import { useSelectedOperation } from '../operations/use-selected-operation';
import { useEditor, useEditorStore } from '../store/editor-context';
import { useSaveNow } from '../store/save-draft';
import { TestBlocked } from './test-blocked';
import { ConnectionBar, useConnectionChoice } from './test-connection';
import { type FormValues, isSecretInput, startValues, TestForm, toParameters } from './test-form';
import { type TestAnswer, TestResponse } from './test-response';

export function TestTab() {
  const connector = useEditor((state) => state.connector);
  const problems = useEditor((state) => state.problems);
  const errors = useMemo(() => problems.filter(({ severity }) => severity === 'error'), [problems]);
  const [selected, select] = useSelectedOperation();
  if (!connector) return null;
  const operation = connector.operations.find((candidate) => candidate.id === selected);
  return (
    <div className="flex h-full min-h-0 flex-col md:grid md:grid-cols-[272px_minmax(0,1fr)]">
      <div className="border-b border-line bg-surface p-2 md:hidden">
        <OperationPicker operations={connector.operations} selected={operation?.id} onSelect={select} />
      </div>
      <div className="hidden min-h-0 flex-col border-r border-line bg-surface p-2 md:flex">
        <OperationList
          operations={connector.operations}
          problems={errors}
          selected={operation?.id}
          onSelect={select}
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col">
        <TestBench key={operation?.pointer} connector={connector} operation={operation} />
      </div>
    </div>
  );
}

function TestBench({ connector, operation }: { connector: Connector; operation: Operation | undefined }) {
  const store = useEditorStore();
  const trpc = useTRPC();
  const id = useEditor((state) => state.stored.id);
  const saveNow = useSaveNow();
  const connection = useConnectionChoice(connector);
  const form = useTestValues(connector, operation);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const call = useMutation(trpc.connectors.test.mutationOptions());
  const inputs = operation ? listInputs(connector, operation) : [];
  const blocking = operation ? errorsOf(connector, operation.id) : [];
  const refused = placeError(call.error, Object.fromEntries(inputs.map(({ key }) => [key, key])));

  const { run: test, busy } = useOneAtATime(async () => {
    if (!operation || blocking.length > 0) return;
    const read = toParameters(inputs, form.values);
    setErrors(read.errors);
    if (Object.keys(read.errors).length > 0) return;
    try {
      await saveNow(store);
    } catch (error) {
      // What would be called is an older draft than the one on the screen.
      notifyError(error);
      return;
    }
    const what = { id, operationId: operation.id, parameters: read.parameters, ...connection.argument };
    // What fails is shown in place of the answer.
    await call.mutateAsync(what).catch(() => undefined);
  });

  return (
    <>
      <ConnectionBar connection={connection} />
      {connection.adding ? (
        <div className="min-h-0 flex-1 overflow-y-auto p-6">
          <div className="max-w-md rounded-card border border-line bg-surface p-5">{connection.form}</div>
        </div>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto lg:grid lg:grid-cols-[minmax(260px,2fr)_3fr] lg:overflow-hidden">
          <section
            aria-label="Request"
            className="min-h-0 border-line p-5 max-lg:border-b lg:overflow-y-auto lg:border-r"
          >
            {operation ? (
              <form
                className="grid gap-4"
                onSubmit={(event) => {
                  event.preventDefault();
                  void test();
                }}
              >
                <div>
                  <h2 className="text-panel">{operationLabel(operation)}</h2>
                  <code className="text-ink3">
                    {operation.method} {operation.path}
                  </code>
                </div>
                <TestForm
                  connector={connector}
                  operation={operation}
                  values={form.values}
                  errors={{ ...refused.byField, ...errors }}
                  onChange={(input, text) => {
                    form.set(input, text);
                    if (call.isError) call.reset();
                  }}
                />
                <Button
                  type="submit"
                  variant="primary"
                  className="justify-self-start"
                  busy={busy}
                  disabledReason={blocking.length > 0 ? 'Correct the definition first.' : undefined}
                >
                  Test operation
                </Button>
              </form>
            ) : (
              <EmptyState title="Choose an operation to test.">
                Its form appears here, the answer beside it.
              </EmptyState>
            )}
          </section>
          <section aria-label="Response" aria-live="polite" className="min-h-0 p-5 lg:overflow-y-auto">
            {blocking.length > 0 ? (
              <TestBlocked connector={connector} errors={blocking} />
            ) : (
              <TestResponse
                connector={connector}
                operation={operation}
                answer={call.data as TestAnswer | undefined}
                error={refused.elsewhere === undefined ? null : call.error}
                hasConnection={connection.current !== undefined}
                pending={call.isPending}
                onRetry={() => void test()}
                onNewConnection={() => connection.setAdding(true)}
              />
            )}
          </section>
        </div>
      )}
    </>
  );
}

/** What stands in the form: defaults, then what was typed. It survives a reload, but for passwords. */
function useTestValues(connector: Connector, operation: Operation | undefined) {
  const id = useEditor((state) => state.stored.id);
  const kept = useKept<FormValues>(operation && `connector.${id}.test.${operation.pointer}`, {});
  const [passwords, setPasswords] = useState<FormValues>({});
  const first = useMemo(() => (operation ? startValues(connector, operation) : {}), [connector, operation]);
  return {
    values: { ...first, ...kept.value, ...passwords },
    set(input: InputField, text: string) {
      if (isSecretInput(input)) setPasswords({ ...passwords, [input.key]: text });
      else kept.set({ ...kept.value, [input.key]: text });
    },
  };
}
