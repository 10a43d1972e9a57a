// A new connector: from blank, or from an OpenAPI file that is reviewed before anything is made.
'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { DropZone, FileButton } from '@/components/ui/file-button';
import { notifyError } from '@/components/ui/toast';
import { useForgetAfter } from '@/components/ui/use-forget-after';
import { useKept } from '@/components/ui/use-kept';
import { BlankForm } from './blank-form';
import { takeDroppedFile } from './dropped-file';
import { type ImportedFile, ImportReview } from './import-review';
import { readDefinitionFile } from './read-definition-file';

/** No file has a name without a letter. */
const none = { fileName: '', text: '' };

export function NewConnectorPage() {
  const search = useSearchParams();
  const solutionId = search.get('solution') ?? undefined;
  const kept = useKept<Record<keyof ImportedFile, string>>('import', none);
  const markMade = useForgetAfter(kept);
  const file = kept.value;
  const back = solutionId
    ? { href: `/solutions/${solutionId}`, label: 'Back to the solution' }
    : { href: '/connectors', label: 'Back to connectors' };
  const take = async (chosen: File) => {
    const read = await readDefinitionFile(chosen);
    if ('error' in read) notifyError(new Error(read.error));
    else kept.set({ fileName: read.fileName, text: read.text });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file dropped on the list is taken once, on arrival
  useEffect(() => {
    const dropped = takeDroppedFile();
    if (dropped) void take(dropped);
  }, []);

  return (
    <AppShell
      breadcrumb={[{ label: 'Connectors', href: '/connectors' }, { label: 'New connector' }]}
      back={back}
    >
      {file.fileName ? (
        <ImportReview
          // A file that was dropped on the list takes the place of one that was kept.
          key={file.fileName}
          file={file}
          solutionId={solutionId}
          onText={(text) => kept.set({ ...file, text })}
          onBack={kept.forget}
          onMade={markMade}
        />
      ) : (
        <DropZone
          hint="Drop the OpenAPI file here"
          onFile={(dropped) => void take(dropped)}
          className="min-h-full"
        >
          <div className="mx-auto grid max-w-2xl gap-6">
            <section className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface p-5">
              <div className="min-w-60 flex-1">
                <h2 className="text-panel">Have an OpenAPI file?</h2>
                <p className="text-ink2">
                  OpenAPI 2.0, 3.0 or 3.1, JSON or YAML. Choose it or drop it on this page.
                </p>
              </div>
              <FileButton accept=".json,.yaml,.yml,application/json" onFile={(chosen) => void take(chosen)}>
                Import an OpenAPI file
              </FileButton>
            </section>
            <BlankForm solutionId={solutionId} />
          </div>
        </DropZone>
      )}
    </AppShell>
  );
}
