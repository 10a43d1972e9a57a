// A new connector: from blank, or from an OpenAPI file that is reviewed before anything is made.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { useTRPC } from '@/components/shell/trpc';
import { Button } from '@/components/ui/button';
import { describeError } from '@/components/ui/describe-error';
import { DropZone, FileButton } from '@/components/ui/file-button';
import { notify, notifyError } from '@/components/ui/toast';
import { defaultBrandColor } from '@/lib/connector/properties';
import { takeDroppedFile } from './dropped-file';
import {
  checkGeneral,
  type GeneralErrors,
  GeneralFields,
  type GeneralValues,
  readIcon,
} from './general-fields';
import { ImportReview } from './import-review';
import { readDefinitionFile } from './read-definition-file';

const blank: GeneralValues = {
  name: '',
  description: '',
  brandColor: defaultBrandColor,
  icon: undefined,
  scheme: 'https',
  host: '',
  basePath: '',
};

export function NewConnectorPage() {
  const search = useSearchParams();
  const solutionId = search.get('solution') ?? undefined;
  const [file, setFile] = useState<{ fileName: string; text: string }>();
  const back = solutionId
    ? { href: `/solutions/${solutionId}`, label: 'Back to the solution' }
    : { href: '/connectors', label: 'Back to connectors' };
  const take = async (chosen: File) => {
    const read = await readDefinitionFile(chosen);
    if ('error' in read) notifyError(new Error(read.error));
    else setFile(read);
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
      {file ? (
        <ImportReview file={file} solutionId={solutionId} onBack={() => setFile(undefined)} />
      ) : (
        <DropZone
          hint="Drop the OpenAPI file here"
          onFile={(dropped) => void take(dropped)}
          className="min-h-full"
        >
          <div className="mx-auto grid max-w-2xl gap-6">
            <section className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface p-5">
              <div className="min-w-0 flex-1">
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

function BlankForm({ solutionId }: { solutionId: string | undefined }) {
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const create = useMutation(trpc.connectors.create.mutationOptions());
  const [values, setValues] = useState(blank);
  const [touched, setTouched] = useState(false);
  const failure = create.error ? describeError(create.error) : undefined;
  const found = checkGeneral(values);
  const fromServer: GeneralErrors = failure?.field ? { [failure.field]: failure.message } : {};
  const errors = { ...fromServer, ...(touched ? found : {}) };

  const submit = async () => {
    setTouched(true);
    if (Object.keys(found).length > 0) return;
    const { icon, ...facts } = values;
    try {
      const { id } = await create.mutateAsync({
        ...facts,
        name: facts.name.trim(),
        ...(icon ? { iconDataUrl: icon } : {}),
        ...(solutionId ? { solutionId } : {}),
      });
      notify(`${facts.name.trim()} was created.`);
      await queries.invalidateQueries();
      router.push(`/connectors/${id}/edit/general`);
    } catch {
      // Shown beside its field, or below.
    }
  };
  const takeIcon = async (file: File) => {
    const read = await readIcon(file);
    if ('error' in read) notifyError(new Error(read.error));
    else setValues((former) => ({ ...former, icon: read.dataUrl }));
  };

  return (
    <form
      noValidate
      className="grid gap-5 rounded-card border border-line bg-surface p-5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 className="text-panel">General</h2>
      <GeneralFields
        values={values}
        errors={errors}
        onChange={(change) => setValues((former) => ({ ...former, ...change }))}
        onIcon={(file) => void takeIcon(file)}
      />
      {failure && !failure.field && (
        <p role="alert" className="text-err">
          {failure.message}
        </p>
      )}
      <Button type="submit" variant="primary" className="justify-self-start" busy={create.isPending}>
        Create connector
      </Button>
    </form>
  );
}
