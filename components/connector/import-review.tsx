// Review of an imported file: what it holds, what is wrong with it, and which operations to take.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { describeError } from '@/components/ui/describe-error';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Field, Input } from '@/components/ui/input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { notify } from '@/components/ui/toast';
import type { ConnectorSecurity } from '@/lib/connector/model';
import type { Repair } from '@/lib/document/repair';
import { limits } from '@/lib/limits';
import { countBySeverity } from '@/lib/problem';
import { counted } from './counted';
import { checkGeneral, splitAddress } from './general-fields';
import { OperationChoice } from './operation-choice';
import { RepairList } from './repair-list';
import { UnreadableFile } from './unreadable-file';

interface ImportReviewProps {
  file: { fileName: string; text: string };
  solutionId: string | undefined;
  onBack: () => void;
}

export function ImportReview({ file, solutionId, onBack }: ImportReviewProps) {
  const trpc = useTRPC();
  const inspect = useMutation(trpc.connectors.inspect.mutationOptions());
  const { mutate } = inspect;
  useEffect(() => mutate(file), [mutate, file]);

  if (inspect.isError) return <ErrorPanel error={inspect.error} onRetry={() => mutate(file)} />;
  if (!inspect.data) return <SkeletonRows rows={8} label={`Reading ${file.fileName}`} />;
  const found = inspect.data;
  if (!found.ok) {
    return (
      <UnreadableFile file={file} problems={found.problems}>
        <p className="text-ink2">Nothing was imported. Correct the file and choose it again.</p>
        <Button className="justify-self-start" onClick={onBack}>
          Choose another file
        </Button>
      </UnreadableFile>
    );
  }
  return <ReviewForm file={file} found={found} solutionId={solutionId} onBack={onBack} />;
}

/** A title cut to what a name may hold, at the end of a word. */
function shortName(title: string): string {
  const most = limits.connectorName.value;
  const trimmed = title.trim();
  if (trimmed.length <= most) return trimmed;
  const cut = trimmed.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  return (end > 0 ? cut.slice(0, end) : trimmed.slice(0, most)).trim();
}

/** How calls are signed, in one sentence. */
function securityText(security: ConnectorSecurity | undefined): string {
  if (security?.type === 'apiKey') {
    return `Calls are signed with an API key in the ${security.in === 'query' ? 'query' : 'header'} ${security.name}.`;
  }
  if (security?.type === 'basic') return 'Calls are signed with a user name and a password.';
  if (security?.type === 'unsupported') {
    return `The file asks for ${security.name}, which is kept as it is; calls are sent without it.`;
  }
  return 'The file names no authentication. It can be chosen in the editor.';
}

interface Found {
  security?: ConnectorSecurity | undefined;
  dialect?: string | undefined;
  title?: string | undefined;
  host?: string | undefined;
  scheme?: 'http' | 'https' | undefined;
  operations: readonly { id: string; method: string; path: string; summary: string; kind: string }[];
  problems: Parameters<typeof countBySeverity>[0];
  repairs: readonly Repair[];
}

function ReviewForm({ file, found, solutionId, onBack }: ImportReviewProps & { found: Found }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const create = useMutation(trpc.connectors.createFromFile.mutationOptions());
  const [name, setName] = useState(() => shortName(found.title ?? ''));
  const [host, setHost] = useState(found.host ?? '');
  const [scheme, setScheme] = useState(found.scheme ?? 'https');
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const counts = countBySeverity(found.problems);
  const failure = create.error ? describeError(create.error) : undefined;
  const errors = checkGeneral({
    name,
    host,
    scheme,
    brandColor: '#000000',
    description: '',
    basePath: '',
    icon: undefined,
  });

  const submit = async () => {
    if (Object.keys(errors).length > 0) return;
    try {
      const { id } = await create.mutateAsync({
        ...file,
        name: name.trim(),
        host,
        scheme,
        excluded: [...excluded],
        ...(solutionId ? { solutionId } : {}),
      });
      notify(`${counted(found.operations.length - excluded.size, 'operation')} imported.`);
      await queries.invalidateQueries();
      router.push(`/connectors/${id}/edit/general`);
    } catch {
      // Shown below.
    }
  };

  return (
    <form
      noValidate
      className="mx-auto grid max-w-3xl gap-5 rounded-card border border-line bg-surface p-5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="text-panel">Review import</h2>
        <Badge>OpenAPI {found.dialect}</Badge>
        <span className="text-ink3">{file.fileName}</span>
      </header>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="Connector name"
          required
          aside={`${name.length} of ${limits.connectorName.value}`}
          error={errors.name ?? (failure?.field === 'name' ? failure.message : undefined)}
        >
          <Input value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="Host" error={errors.host}>
          <Input
            mono
            value={host}
            onChange={(event) => {
              const split = splitAddress(event.target.value);
              setHost(split.host ?? '');
              if (split.scheme) setScheme(split.scheme);
            }}
          />
        </Field>
      </div>
      <p className="text-ink2">{securityText(found.security)}</p>
      <RepairList repairs={found.repairs} />
      <p className="text-ink2">
        {counted(counts.error, 'error')}, {counted(counts.warning, 'warning')}, {counted(counts.info, 'note')}
        . Nothing stops the import; each is listed in the editor with its fix.
      </p>
      <OperationChoice operations={found.operations} excluded={excluded} onChange={setExcluded} />
      {failure && failure.field !== 'name' && (
        <p role="alert" className="text-err">
          {failure.message}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={create.isPending}>
          Continue
        </Button>
        <Button onClick={onBack}>Choose another file</Button>
      </div>
    </form>
  );
}
