// Update from OpenAPI file: choose a file, see what it will change and what is kept, then go on.
'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { NotFound } from '@/components/shell/not-found';
import { useTRPC } from '@/components/shell/trpc';
import { BrandTile } from '@/components/ui/brand-tile';
import { Button } from '@/components/ui/button';
import { describeError } from '@/components/ui/describe-error';
import { DropZone, FileButton } from '@/components/ui/file-button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { notify, notifyError } from '@/components/ui/toast';
import { readDefinitionFile } from './read-definition-file';
import { UnreadableFile } from './unreadable-file';
import { UpdateSummary } from './update-summary';

export function ConnectorUpdatePage({ id }: { id: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const query = useQuery(trpc.connectors.get.queryOptions({ id }));
  const preview = useMutation(trpc.connectors.previewUpdate.mutationOptions());
  const apply = useMutation(trpc.connectors.applyUpdate.mutationOptions());
  const [file, setFile] = useState<{ fileName: string; text: string }>();

  if (query.isError)
    return <NotFound what="connector" back={{ href: '/connectors', label: 'All connectors' }} />;
  const connector = query.data;
  const back = connector?.solutionId
    ? { href: `/solutions/${connector.solutionId}`, label: 'Back to the solution' }
    : { href: '/connectors', label: 'Back to connectors' };

  const take = async (chosen: File) => {
    const read = await readDefinitionFile(chosen);
    if ('error' in read) {
      notifyError(new Error(read.error));
      return;
    }
    setFile(read);
    preview.mutate({ id, ...read });
  };
  const goOn = async () => {
    if (!file || !connector) return;
    try {
      const latest = await queries.fetchQuery({ ...trpc.connectors.get.queryOptions({ id }), staleTime: 0 });
      await apply.mutateAsync({ id, revision: latest.revision, ...file });
      await queries.invalidateQueries();
      notify('The definition was updated from the file. Undo is in the menu of the editor.');
      router.push(`/connectors/${id}/edit/general`);
    } catch (error) {
      notifyError(error);
    }
  };

  return (
    <AppShell
      back={back}
      breadcrumb={[
        { label: 'Connectors', href: '/connectors' },
        {
          label: connector ? `Update ${connector.name} from a file` : 'Update from a file',
          icon: connector && (
            <BrandTile
              name={connector.name}
              color={connector.brandColor}
              iconUrl={connector.iconUrl}
              size={20}
            />
          ),
        },
      ]}
    >
      <DropZone
        hint="Drop the OpenAPI file here"
        onFile={(dropped) => void take(dropped)}
        className="min-h-full"
      >
        <div className="mx-auto grid max-w-3xl gap-5">
          <section className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface p-5">
            <div className="min-w-0 flex-1">
              <h2 className="text-panel">{file ? file.fileName : 'Choose the OpenAPI file'}</h2>
              <p className="text-ink2">
                Texts, visibility and defaults that you edited stay. The name, the icon and the colour stay
                too.
              </p>
            </div>
            <FileButton
              variant={file ? 'secondary' : 'primary'}
              accept=".json,.yaml,.yml,application/json"
              onFile={(chosen) => void take(chosen)}
            >
              Import
            </FileButton>
          </section>
          {preview.isPending && <SkeletonRows rows={5} label="Comparing" />}
          {preview.isError && (
            <p role="alert" className="text-err">
              {describeError(preview.error).message}
            </p>
          )}
          {preview.data && !preview.data.ok && file && (
            <UnreadableFile file={file} problems={preview.data.problems}>
              <p className="text-ink2">The connector is as it was. Correct the file and choose it again.</p>
            </UnreadableFile>
          )}
          {preview.data?.ok && <UpdateSummary preview={preview.data} />}
          {preview.data?.ok && (
            <div className="flex gap-2">
              <Button variant="primary" busy={apply.isPending} onClick={() => void goOn()}>
                Continue
              </Button>
              <Button onClick={() => router.push(back.href)}>Cancel</Button>
            </div>
          )}
        </div>
      </DropZone>
    </AppShell>
  );
}
