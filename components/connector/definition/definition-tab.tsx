// Definition tab: the list of operations at the left, the chosen one in the middle, how makers see it at the right.
'use client';
import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { useKept } from '@/components/ui/use-kept';
import { removeOperation } from '@/lib/connector/edit/operation';
import type { Operation } from '@/lib/connector/model';
import { OperationList } from '../operations/operation-list';
import { OperationPicker } from '../operations/operation-picker';
import { useSelectedOperation } from '../operations/use-selected-operation';
import { useEditor, useEditorStore } from '../store/editor-context';
import { changeUndoably } from '../store/undoable';
import { MakerPreview } from './maker-preview';
import { OperationPanel } from './operation-panel';
import { OperationSampleDialog } from './operation-sample-dialog';

export function DefinitionTab() {
  const store = useEditorStore();
  const connector = useEditor((state) => state.connector);
  const problems = useEditor((state) => state.problems);
  const [selected, select] = useSelectedOperation();
  const id = useEditor((state) => state.stored.id);
  const adding = useKept<boolean>(`connector.${id}.new-action.open`, false);
  if (!connector) return null;
  const operation =
    connector.operations.find((candidate) => candidate.id === selected) ?? connector.operations[0];

  const remove = (doomed: Operation) => {
    const index = connector.operations.indexOf(doomed);
    changeUndoably(store, {
      changes: removeOperation(connector, doomed),
      told: `Deleted ${doomed.summary.trim() || doomed.id}.`,
    });
    const next = connector.operations[index + 1] ?? connector.operations[index - 1];
    if (next) select(next.id);
  };

  return (
    <div className="flex h-full min-h-0 flex-col md:grid md:grid-cols-[272px_minmax(0,1fr)] xl:grid-cols-[272px_minmax(0,1fr)_360px]">
      <div className="flex gap-2 border-b border-line bg-surface p-2 md:hidden">
        <div className="min-w-0 flex-1">
          <OperationPicker operations={connector.operations} selected={operation?.id} onSelect={select} />
        </div>
        <IconButton label="New action" icon={<Plus />} onClick={() => adding.set(true)} />
      </div>
      <div className="hidden min-h-0 flex-col gap-2 border-r border-line bg-surface p-2 md:flex">
        <OperationList
          operations={connector.operations}
          problems={problems}
          selected={operation?.id}
          onSelect={select}
          onDelete={remove}
        />
        <Button variant="ghost" icon={<Plus />} onClick={() => adding.set(true)} className="self-start">
          New action
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-3 sm:p-6">
        {operation ? (
          <OperationPanel
            key={operation.pointer}
            connector={connector}
            operation={operation}
            problems={problems}
            onDelete={() => remove(operation)}
            onRenamed={select}
          />
        ) : (
          <EmptyState
            title="No operations yet."
            actions={<Button onClick={() => adding.set(true)}>Start from a sample request</Button>}
          >
            Each operation becomes a step that makers can use. Add one from a sample request, or update the
            connector from an OpenAPI file.
          </EmptyState>
        )}
      </div>
      {operation && (
        <aside
          aria-label="How makers see it"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          tabIndex={0}
          className="hidden min-h-0 overflow-y-auto border-l border-line bg-surface p-4 focus-visible:outline-offset-[-2px] xl:block"
        >
          <MakerPreview connector={connector} operation={operation} />
        </aside>
      )}
      {adding.value && (
        <OperationSampleDialog connector={connector} onClose={adding.forget} onAdded={select} />
      )}
    </div>
  );
}
