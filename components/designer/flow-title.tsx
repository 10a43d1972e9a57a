// The flow's name in the top bar, changed in place.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { notifyError } from '@/components/ui/toast';
import { useKept } from '@/components/ui/use-kept';

export function FlowTitle({ flowId, name }: { flowId: string; name: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const rename = useMutation(trpc.flows.rename.mutationOptions());
  const { value: text, set: setText, forget } = useKept<string | null>(`flow-title.${flowId}`, null);
  const input = useRef<HTMLInputElement>(null);
  const editing = text !== null;
  useEffect(() => {
    if (editing) input.current?.select();
  }, [editing]);

  async function finish() {
    const next = text?.trim() ?? '';
    forget();
    if (next === '' || next === name) return;
    try {
      await rename.mutateAsync({ id: flowId, name: next });
      await client.invalidateQueries({ queryKey: trpc.flows.get.queryKey({ id: flowId }) });
    } catch (error) {
      // The name that was refused is there to be corrected.
      setText(next);
      notifyError(error);
    }
  }

  if (!editing) {
    return (
      <h1 className="min-w-0 truncate text-panel font-semibold">
        <button
          type="button"
          title="Rename"
          className="max-w-80 truncate rounded-chip px-1 hover:bg-hover"
          onClick={() => setText(name)}
        >
          {rename.isPending ? rename.variables.name : name}
        </button>
      </h1>
    );
  }
  return (
    <input
      ref={input}
      aria-label="Flow name"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => void finish()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void finish();
        if (event.key === 'Escape') forget();
      }}
      className="h-7 w-72 rounded-chip border border-lineS bg-surface px-1 text-panel font-semibold"
    />
  );
}
