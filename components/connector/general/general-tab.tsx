// General tab of the editor: name, icon, colour, description, scheme, host, base URL, and how makers will see it.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { BrandTile } from '@/components/ui/brand-tile';
import { describeError } from '@/components/ui/describe-error';
import { setGeneral } from '@/lib/connector/edit/general';
import { normaliseBasePath } from '@/lib/connector/read/host';
import { fieldNotes } from '../problems/problem-text';
import { useEditor, useEditorStore } from '../store/editor-context';
import { heldNameError } from '../store/editor-store';
import { useRefused } from '../store/use-refused';
import { GeneralFields, readIcon } from './general-fields';
import { checkGeneral, type GeneralErrors, type GeneralValues, problemsByField } from './general-values';

export function GeneralTab() {
  const store = useEditorStore();
  const connector = useEditor((state) => state.connector);
  const name = useEditor((state) => state.name);
  const stored = useEditor((state) => state.stored);
  const heldName = useEditor(heldNameError);
  const problems = useEditor((state) => state.problems);
  const icon = useIcon();
  const color = useRefused('color', connector?.brandColor ?? '');
  if (!connector) return null;

  const values: GeneralValues = {
    name,
    description: connector.description,
    brandColor: color.text ?? connector.brandColor,
    scheme: connector.scheme,
    host: connector.host,
    basePath: connector.basePath,
  };
  const shownIcon = icon.preview ?? stored.iconUrl ?? undefined;
  const found = problemsByField(problems);
  const errors: GeneralErrors = { ...checkGeneral(values), name: heldName, icon: icon.error };

  const change = (next: Partial<GeneralValues>) => {
    const { change: edit, changeProperties, rename } = store.getState();
    if (next.name !== undefined) rename(next.name);
    if (next.brandColor !== undefined) {
      if (checkGeneral({ ...values, brandColor: next.brandColor }).brandColor) color.refuse(next.brandColor);
      else {
        color.accept();
        changeProperties('icon colour', [
          { op: 'set', at: '/properties/iconBrandColor', value: next.brandColor },
        ]);
      }
    }
    const { description, scheme, host } = next;
    // The address of a server in 3.x ends where a query would begin.
    const path = connector.dialect === '2.0' ? next.basePath : next.basePath?.replace(/[?#].*$/, '');
    const basePath = path === undefined ? undefined : normaliseBasePath(path);
    const facts = { description, scheme, host, basePath };
    const changes = setGeneral(connector, facts);
    if (changes.length > 0) edit(Object.keys(next).sort().join(' '), changes);
  };

  return (
    <div className="mx-auto grid max-w-5xl gap-8 p-6 lg:grid-cols-[minmax(0,1fr)_280px]">
      <section aria-label="General" className="rounded-card border border-line bg-surface p-5">
        <GeneralFields
          values={values}
          icon={shownIcon}
          errors={errors}
          notes={(field) => fieldNotes(found[field])}
          onChange={change}
          onIcon={(file) => void icon.upload(file)}
        />
      </section>
      <aside className="grid content-start gap-4">
        <h2 className="text-body">How makers see it</h2>
        <div>
          <p className="mb-1 text-small text-ink3">As a step</p>
          <div className="flex items-center gap-3 rounded-card border border-line bg-surface p-3 shadow-card">
            <BrandTile name={name || '?'} color={values.brandColor} iconUrl={shownIcon} size={32} />
            <div className="min-w-0">
              <p className="truncate font-semibold">{connector.operations[0]?.summary || 'A step'}</p>
              <p className="truncate text-small text-ink3">{name}</p>
            </div>
          </div>
        </div>
        <div>
          <p className="mb-1 text-small text-ink3">In the list</p>
          <div className="flex items-center gap-2 rounded-control bg-hover p-2">
            <BrandTile name={name || '?'} color={values.brandColor} iconUrl={shownIcon} size={20} />
            <span className="truncate">{name}</span>
          </div>
        </div>
      </aside>
    </div>
  );
}

function useIcon() {
  const store = useEditorStore();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [preview, setPreview] = useState<string>();
  const [error, setError] = useState<string>();
  const setIcon = useMutation(trpc.connectors.setIcon.mutationOptions());

  async function upload(file: File): Promise<void> {
    const read = await readIcon(file);
    setError('error' in read ? read.error : undefined);
    if ('error' in read) return;
    try {
      await setIcon.mutateAsync({ id: store.getState().stored.id, iconDataUrl: read.dataUrl });
      setPreview(read.dataUrl);
      await queries.invalidateQueries();
    } catch (refusal) {
      setError(describeError(refusal).message);
    }
  }

  return { preview, error, upload };
}
