// Makes a connector from blank: its General facts, then the editor.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Button } from '@/components/ui/button';
import { placeError } from '@/components/ui/place-error';
import { notify } from '@/components/ui/toast';
import { useForgetAfter } from '@/components/ui/use-forget-after';
import { useKept } from '@/components/ui/use-kept';
import { defaultBrandColor } from '@/lib/connector/properties';
import { GeneralFields, readIcon } from '../general/general-fields';
import {
  checkGeneral,
  type GeneralErrors,
  type GeneralValues,
  problemsByField,
  problemsOfAddress,
} from '../general/general-values';
import { fieldNotes } from '../problems/problem-text';

const blank: GeneralValues = {
  name: '',
  description: '',
  brandColor: defaultBrandColor,
  scheme: 'https',
  host: '',
  basePath: '',
};

const serverFields = {
  name: 'name',
  description: 'description',
  brandColor: 'brandColor',
  iconDataUrl: 'icon',
  host: 'host',
  basePath: 'basePath',
} as const;

export function BlankForm({ solutionId }: { solutionId: string | undefined }) {
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const create = useMutation(trpc.connectors.create.mutationOptions());
  const form = useKept<GeneralValues>('new-connector', blank);
  const icon = useKept<string>('new-connector.icon', '');
  const markSent = useForgetAfter(form, icon);
  const [iconError, setIconError] = useState<string>();
  const [isTried, setTried] = useState(false);
  const values = form.value;
  const found = checkGeneral(values);
  const placed = placeError(create.error, serverFields);
  const errors: GeneralErrors = {
    ...placed.byField,
    ...(iconError ? { icon: iconError } : {}),
    ...(isTried ? found : {}),
  };
  const problems = problemsByField(problemsOfAddress(values));

  const submit = async () => {
    setTried(true);
    if (Object.keys(found).length > 0 || create.isPending || create.isSuccess) return;
    try {
      const { id } = await create.mutateAsync({
        ...values,
        name: values.name.trim(),
        ...(icon.value ? { iconDataUrl: icon.value } : {}),
        ...(solutionId ? { solutionId } : {}),
      });
      notify(`${values.name.trim()} was created.`);
      markSent();
      await queries.invalidateQueries();
      router.push(`/connectors/${id}/edit/general`);
    } catch {
      // Shown beside its field, or below.
    }
  };
  const takeIcon = async (file: File) => {
    const read = await readIcon(file);
    setIconError('error' in read ? read.error : undefined);
    if ('dataUrl' in read) icon.set(read.dataUrl);
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
        icon={icon.value || undefined}
        errors={errors}
        // A host that is not written yet is no fault.
        notes={(field) =>
          field === 'host' && values.host === ''
            ? {}
            : fieldNotes(problems[field], (problem) => problem.message)
        }
        pause={0}
        onChange={(change) => {
          form.set({ ...values, ...change });
          if (create.isError) create.reset();
        }}
        onIcon={(file) => void takeIcon(file)}
      />
      {placed.elsewhere && (
        <p role="alert" className="text-err">
          {placed.elsewhere}
        </p>
      )}
      <Button
        type="submit"
        variant="primary"
        className="justify-self-start"
        busy={create.isPending || create.isSuccess}
      >
        Create connector
      </Button>
    </form>
  );
}
