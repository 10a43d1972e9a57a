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
import { ErrorPanel } from '@/components/ui/error-panel';
import { DropZone, FileButton } from '@/components/ui/file-button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { notify, notifyError } from '@/components/ui/toast';
import { readDefinitionFile } from './read-definition-file';
import { UnreadableFile } from './unreadable-file';
import { UpdateSummary } from './update-summary';

export function ConnectorUpdatePage({ id }: { id: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const query = useQuery(trpc.connectors.get.queryOptions({ id }));
  const update = useUpdate(id);
  const connector = query.data;

  if (!connector && query.isError && describeError(query.error).code === 'NOT_FOUND')
    return <NotFound what="connector" back={{ href: '/connectors', label: 'All connectors' }} />;
  const back = connector?.solutionId
    ? { href: `/solutions/${connector.solutionId}`, label: 'Back to the solution' }
    : { href: '/connectors', label: 'Back to connectors' };
  const { file, preview } = update;

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
      {!connector && query.isError ? (
        <ErrorPanel
          error={query.error}
          title="The connector could not be loaded."
          onRetry={() => void query.refetch()}
        />
      ) : (
        <DropZone
          hint="Drop the OpenAPI file here"
          onFile={(dropped) => void update.take(dropped)}
          className="min-h-full"
        >
          <div className="mx-auto grid max-w-3xl gap-5">
            <section className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface p-5">
              <div className="min-w-0 flex-1">
                <h2 className="truncate text-panel">{file ? file.fileName : 'Choose the OpenAPI file'}</h2>
                <p className="text-ink2">
                  Texts, visibility and defaults that you edited stay, and so does all that the file left as
                  it was. The name, the icon and the colour stay too.
                </p>
              </div>
              <FileButton
                variant={file ? 'secondary' : 'primary'}
                accept=".json,.yaml,.yml,application/json"
                onFile={(chosen) => void update.take(chosen)}
              >
                Import
              </FileButton>
            </section>
            {preview.isPending && !preview.data && <SkeletonRows rows={5} label="Comparing" />}
            {preview.isError && (
              <ErrorPanel
                error={preview.error}
                title="The file could not be compared."
                className="flex flex-col items-start gap-3 rounded-card border border-line bg-surface p-5"
                onRetry={() => void update.compare()}
              />
            )}
            {preview.data && !preview.data.ok && file && (
              <UnreadableFile file={file} problems={preview.data.problems}>
                <p className="text-ink2">The connector is as it was. Correct the file and choose it again.</p>
              </UnreadableFile>
            )}
            {preview.data?.ok && (
              <>
                <UpdateSummary
                  preview={preview.data}
                  takenBack={update.takenBack}
                  onTakeBack={(operations) => void update.compare(operations)}
                />
                <div className="flex gap-2">
                  <Button
                    variant="primary"
                    busy={update.isApplying || preview.isPending}
                    onClick={() => void update.apply()}
                  >
                    Continue
                  </Button>
                  <Button onClick={() => router.push(back.href)}>Cancel</Button>
                </div>
              </>
            )}
          </div>
        </DropZone>
      )}
    </AppShell>
  );
}

/** An operation that the maker removed and takes from the file after all. */
type TakenBack = { id: string; label: string };

/** The chosen file, what it would do, and doing exactly that: the revision that was compared is the one that is changed. */
function useUpdate(id: string) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const preview = useMutation(trpc.connectors.previewUpdate.mutationOptions());
  const applying = useMutation(trpc.connectors.applyUpdate.mutationOptions());
  const [file, setFile] = useState<{ fileName: string; text: string }>();
  const [takenBack, setTakenBack] = useState<readonly TakenBack[]>([]);

  const compareFile = async (chosen: typeof file, operations: readonly TakenBack[]) => {
    if (!chosen) return;
    setTakenBack(operations);
    // What fails is shown in place of the list.
    await preview
      .mutateAsync({ id, ...chosen, takenBack: operations.map((operation) => operation.id) })
      .catch(() => undefined);
  };

  return {
    file,
    preview,
    takenBack,
    isApplying: applying.isPending,
    compare: (operations: readonly TakenBack[] = takenBack) => compareFile(file, operations),
    async take(chosen: File) {
      const read = await readDefinitionFile(chosen);
      if ('error' in read) {
        notifyError(new Error(read.error));
        return;
      }
      preview.reset();
      setFile(read);
      await compareFile(read, []);
    },
    async apply() {
      if (!file || !preview.data?.ok) return;
      const { revision } = preview.data;
      try {
        const back = takenBack.map((operation) => operation.id);
        await applying.mutateAsync({ id, revision, ...file, takenBack: back });
        await queries.invalidateQueries();
        notify('The definition was updated from the file. Undo is in the menu of the editor.');
        router.push(`/connectors/${id}/edit/general`);
      } catch (error) {
        if (describeError(error).code !== 'STALE_EDIT') {
          notifyError(error);
          return;
        }
        await compareFile(file, takenBack);
        notifyError(
          new Error('The connector was changed meanwhile. The list now says what the file does to it.'),
        );
      }
    },
  };
}
