// General tab of the editor: name, icon, colour, description, scheme, host, base URL, and how makers will see it.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { BrandTile } from '@/components/ui/brand-tile';
import { notifyError } from '@/components/ui/toast';
import { setGeneral } from '@/lib/connector/edit/general';
import { useEditor, useEditorStore } from './editor-context';
import { checkGeneral, GeneralFields, type GeneralValues, readIcon } from './general-fields';

export function GeneralTab() {
  const store = useEditorStore();
  const connector = useEditor((state) => state.connector);
  const name = useEditor((state) => state.name);
  const stored = useEditor((state) => state.stored);
  const hostProblem = useEditor((state) =>
    state.problems.find((problem) => problem.at === '/host' && problem.severity !== 'hint'),
  );
  const icon = useIcon();
  const [typedColor, setTypedColor] = useState<string>();
  if (!connector) return null;

  const values: GeneralValues = {
    name,
    description: connector.description,
    brandColor: typedColor ?? connector.brandColor,
    icon: icon.preview ?? stored.iconUrl ?? undefined,
    scheme: connector.scheme,
    host: connector.host,
    basePath: connector.basePath,
  };

  const change = (next: Partial<GeneralValues>) => {
    const { change: edit, changeProperties, rename } = store.getState();
    if (next.name !== undefined) rename(next.name);
    if (next.brandColor !== undefined) {
      const complete = checkGeneral({ ...values, brandColor: next.brandColor }).brandColor === undefined;
      setTypedColor(complete ? undefined : next.brandColor);
      if (complete) {
        changeProperties('icon colour', [
          { op: 'set', at: '/properties/iconBrandColor', value: next.brandColor },
        ]);
      }
    }
    const { description, scheme, host, basePath } = next;
    const facts = { description, scheme, host, basePath };
    const changes = setGeneral(connector, facts);
    if (changes.length > 0) edit(Object.keys(next).sort().join(' '), changes);
  };

  return (
    <div className="mx-auto grid max-w-5xl gap-8 p-6 lg:grid-cols-[minmax(0,1fr)_280px]">
      <section aria-label="General" className="rounded-card border border-line bg-surface p-5">
        <GeneralFields
          values={values}
          errors={checkGeneral(values)}
          warnings={hostProblem ? { host: hostProblem.message } : {}}
          onChange={change}
          onIcon={(file) => void icon.upload(file)}
        />
      </section>
      <aside className="grid content-start gap-4">
        <h2 className="text-body">How makers see it</h2>
        <div>
          <p className="mb-1 text-small text-ink3">As a step</p>
          <div className="flex items-center gap-3 rounded-card border border-line bg-surface p-3 shadow-card">
            <BrandTile name={name || '?'} color={values.brandColor} iconUrl={values.icon} size={32} />
            <div className="min-w-0">
              <p className="truncate font-semibold">{connector.operations[0]?.summary || 'A step'}</p>
              <p className="truncate text-small text-ink3">{name}</p>
            </div>
          </div>
        </div>
        <div>
          <p className="mb-1 text-small text-ink3">In the list</p>
          <div className="flex items-center gap-2 rounded-control bg-hover p-2">
            <BrandTile name={name || '?'} color={values.brandColor} iconUrl={values.icon} size={20} />
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
  const setIcon = useMutation(trpc.connectors.setIcon.mutationOptions());

  async function upload(file: File): Promise<void> {
    const read = await readIcon(file);
    if ('error' in read) {
      notifyError(new Error(read.error));
      return;
    }
    try {
      await setIcon.mutateAsync({ id: store.getState().stored.id, iconDataUrl: read.dataUrl });
      setPreview(read.dataUrl);
      await queries.invalidateQueries();
    } catch (error) {
      notifyError(error);
    }
  }

  return { preview, upload };
}
