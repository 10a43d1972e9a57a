// Review of an imported file: what it holds, what is wrong with it, how calls are signed, and which operations to take.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '@/components/shell/trpc';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/input';
import { placeError } from '@/components/ui/place-error';
import { Select } from '@/components/ui/select';
import { notify } from '@/components/ui/toast';
import { useForgetAfter } from '@/components/ui/use-forget-after';
import { useKept } from '@/components/ui/use-kept';
import type { Connector, ConnectorSecurity } from '@/lib/connector/model';
import type { Repair } from '@/lib/document/repair';
import { limits } from '@/lib/limits';
import { countBySeverity, type Problem } from '@/lib/problem';
import {
  generalFieldOf,
  nameError,
  problemsByField,
  problemsOfAddress,
  splitAddress,
} from '../general/general-values';
import { type OfferedOperation, OperationChoice } from '../operations/operation-choice';
import { counted } from '../problems/counted';
import { fieldNotes } from '../problems/problem-text';
import { isSameSecurity, securityName, securityText } from '../security/security-text';
import { DraftInput } from '../store/draft-text';
import type { ImportedFile } from './import-review';
import { RepairList } from './repair-list';

interface Found {
  security: ConnectorSecurity;
  /** Every way the file declares; the connector gets one. */
  securities: Connector['securityChoices'];
  dialect: string;
  title: string;
  host: string;
  scheme: 'http' | 'https';
  basePath: string;
  operations: readonly OfferedOperation[];
  problems: readonly Problem[];
  repairs: readonly Repair[];
}

interface ReviewFormProps {
  file: ImportedFile;
  found: Found;
  solutionId: string | undefined;
  onBack: () => void;
  onMade: () => void;
}

type Review = {
  name: string;
  host: string;
  scheme: 'http' | 'https';
  /** Key of the chosen scheme; empty where the file declares none. */
  security: string;
  excluded: string[];
};

function firstReview({ title, host, scheme, security, securities }: Found): Review {
  const own = securities.find((choice) => isSameSecurity(choice.security, security));
  return { name: shortName(title), host, scheme, security: own?.key ?? '', excluded: [] };
}

/** A title cut to what a name may hold, at the end of a word. */
export function shortName(title: string): string {
  const most = limits.connectorName.value;
  const trimmed = title.trim();
  if (trimmed.length <= most) return trimmed;
  const cut = trimmed.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  return (end > 0 ? cut.slice(0, end) : trimmed.slice(0, most)).trim();
}

/** Says that the name is not all of the file's title, where it is not. */
function shortenedHint(title: string): string | undefined {
  const most = limits.connectorName.value;
  return title.trim().length > most
    ? `Shortened to ${most} characters; the file says “${title.trim()}”.`
    : undefined;
}

export function ReviewForm({ file, found, solutionId, onBack, onMade }: ReviewFormProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const create = useMutation(trpc.connectors.createFromFile.mutationOptions());
  const review = useKept<Review>(`import.${file.fileName}.${file.text.length}`, firstReview(found));
  const markSent = useForgetAfter(review);
  const { name, host, scheme, security, excluded } = review.value;
  const change = (next: Partial<Review>) => {
    review.set({ ...review.value, ...next });
    if (create.isError) create.reset();
  };

  const placed = placeError(create.error, { name: 'name', host: 'host' });
  const wrongName = nameError(name);
  const ofAddress = problemsOfAddress({ scheme, host, basePath: found.basePath });
  const others = found.problems.filter((problem) => !isOfAddress(problem));
  const counts = countBySeverity([...others, ...ofAddress.filter(isOfAddress)]);
  const notes = problemsByField(ofAddress);
  const taken = found.operations.length - excluded.length;
  const chosen = found.securities.find((choice) => choice.key === security);

  const submit = async () => {
    if (wrongName || create.isPending || create.isSuccess) return;
    try {
      const { id } = await create.mutateAsync({
        ...file,
        name: name.trim(),
        host: host.trim(),
        scheme,
        excluded,
        ...(security === '' || found.securities.length < 2 ? {} : { security }),
        ...(solutionId ? { solutionId } : {}),
      });
      notify(`${counted(taken, 'operation')} imported.`);
      markSent();
      onMade();
      await queries.invalidateQueries();
      router.push(`/connectors/${id}/edit/general`);
    } catch {
      // Shown beside its field, or below.
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
        <span className="min-w-0 break-all text-ink3">{file.fileName}</span>
      </header>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="Connector name"
          required
          aside={`${name.length} of ${limits.connectorName.value}`}
          error={wrongName ?? placed.byField.name}
          hint={name === shortName(found.title) ? shortenedHint(found.title) : undefined}
        >
          <Input value={name} onChange={(event) => change({ name: event.target.value })} />
        </Field>
        <Field
          label="Host"
          hint={scheme === 'http' ? 'Called over HTTP.' : 'Called over HTTPS.'}
          {...fieldNotes(notes.host, (problem) => problem.message)}
          {...(placed.byField.host ? { error: placed.byField.host } : {})}
        >
          <DraftInput
            mono
            pause={0}
            placeholder="api.example.com"
            spellCheck={false}
            value={host}
            onCommit={(text) => {
              const { scheme: ofText = scheme, host: ofHost = '' } = splitAddress(text);
              change({ host: ofHost, scheme: ofText });
            }}
          />
        </Field>
      </div>
      {found.securities.length > 1 ? (
        <Field
          label="Authentication"
          hint="The file declares several ways to sign calls. The connector uses one; it can be changed in the editor."
        >
          <Select
            value={security}
            onValueChange={(key) => change({ security: key })}
            options={found.securities.map((choice) => ({
              value: choice.key,
              label: securityName(choice.security),
              description: choice.key,
            }))}
          />
        </Field>
      ) : (
        <p className="text-ink2">{securityText(chosen?.security ?? found.security)}</p>
      )}
      <RepairList repairs={found.repairs} />
      <p className="text-ink2">
        {counted(counts.error, 'error')}, {counted(counts.warning, 'warning')}, {counted(counts.info, 'note')}
        . Nothing stops the import; each is listed in the editor with its fix.
      </p>
      <OperationChoice
        operations={found.operations}
        excluded={new Set(excluded)}
        onChange={(next) => change({ excluded: [...next] })}
      />
      {placed.elsewhere && (
        <p role="alert" className="text-err">
          {placed.elsewhere}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={create.isPending || create.isSuccess}>
          Continue
        </Button>
        <Button
          onClick={() => {
            review.forget();
            onBack();
          }}
        >
          Choose another file
        </Button>
      </div>
    </form>
  );
}

/** Findings that follow what is typed here, not what the file says. */
function isOfAddress(problem: Problem): boolean {
  const field = generalFieldOf(problem);
  return field !== undefined && field !== 'description';
}
