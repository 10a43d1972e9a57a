// The answer of a test call: status, time, size, body, headers, the request as sent, and how it fits the schema.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CodeEditor } from '@/components/ui/code-editor';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { Skeleton } from '@/components/ui/skeleton';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { notifyError } from '@/components/ui/toast';
import { bytesText } from '@/components/ui/units';
import { setResponseFromSample } from '@/lib/connector/edit/from-sample';
import type { Connector, Operation } from '@/lib/connector/model';
import { checkResponseBody, type SchemaCheck } from '@/lib/connector/response-check';
import type { JsonValue } from '@/lib/json';
import { useEditorStore } from './editor-context';
import { ownStep } from './undoable';

export interface TestAnswer {
  request: { method: string; url: string; headers: Record<string, string>; body?: string | undefined };
  response?: {
    status: number;
    statusText: string;
    headers: Record<string, string>;
    body: string;
    bytes: number;
    duration: number;
    truncated: boolean;
  };
  failure?: { code: string; message: string; allow?: string | undefined };
}

interface TestResponseProps {
  connector: Connector;
  operation: Operation | undefined;
  answer: TestAnswer | undefined;
  error: unknown;
  pending: boolean;
  onRetry: () => void;
  onNewConnection: () => void;
}

export function TestResponse(props: TestResponseProps) {
  const { connector, operation, answer, error, pending, onRetry, onNewConnection } = props;
  if (pending) return <Skeleton className="h-40" />;
  if (error) return <ErrorPanel error={error} onRetry={onRetry} />;
  if (!answer || !operation) {
    return <EmptyState title="No call yet.">Press Test operation; what comes back is shown here.</EmptyState>;
  }
  if (answer.failure) {
    return <Failure failure={answer.failure} request={answer.request} onRetry={onRetry} />;
  }
  if (!answer.response) return null;
  return (
    <Answer
      connector={connector}
      operation={operation}
      request={answer.request}
      response={answer.response}
      onNewConnection={onNewConnection}
    />
  );
}

interface AnswerProps {
  connector: Connector;
  operation: Operation;
  request: TestAnswer['request'];
  response: NonNullable<TestAnswer['response']>;
  onNewConnection: () => void;
}

function Answer({ connector, operation, request, response, onNewConnection }: AnswerProps) {
  const [tab, setTab] = useState('body');
  const body = useMemo(() => readBody(response.body), [response.body]);
  const good = response.status < 400;
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone={good ? 'ok' : 'err'}>
          {response.status} {response.statusText}
        </Badge>
        <span className="text-ink3">
          {Math.round(response.duration)} ms · {bytesText(response.bytes)}
        </span>
      </p>
      {(response.status === 401 || response.status === 403) && (
        <div className="grid gap-2 rounded-control border border-line p-3">
          <p>The service rejected the credentials. Check where the key belongs, or use another one.</p>
          <Button className="justify-self-start" onClick={onNewConnection}>
            Make another connection
          </Button>
        </div>
      )}
      {good && body.json !== undefined && (
        <SchemaResult connector={connector} operation={operation} status={response.status} body={body.json} />
      )}
      <Tabs value={tab} onValueChange={setTab} className="grid gap-3">
        <TabList label="Response">
          <Tab value="body">Body</Tab>
          <Tab value="headers">Headers</Tab>
          <Tab value="request">Request</Tab>
        </TabList>
        <TabPanel value="body">
          <div className="relative">
            <CodeEditor
              label="Response body"
              readOnly
              language={body.json === undefined ? 'text' : 'json'}
              value={body.text}
              className="max-h-[52vh] overflow-auto rounded-control border border-line"
            />
            <CopyButton label="Copy the body" text={body.text} />
          </div>
          {response.truncated && <p className="mt-1 text-small text-ink3">The body is cut in view.</p>}
        </TabPanel>
        <TabPanel value="headers">
          <Headers headers={response.headers} />
        </TabPanel>
        <TabPanel value="request">
          <RequestAsSent request={request} />
        </TabPanel>
      </Tabs>
    </div>
  );
}

function readBody(text: string): { text: string; json: JsonValue | undefined } {
  try {
    const json = JSON.parse(text) as JsonValue;
    return { text: JSON.stringify(json, null, 2), json };
  } catch {
    return { text, json: undefined };
  }
}

function Headers({ headers }: { headers: Record<string, string> }) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
      {Object.entries(headers).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="font-mono text-small text-ink3">{name}</dt>
          <dd className="font-mono text-small break-all">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function RequestAsSent({ request }: { request: TestAnswer['request'] }) {
  return (
    <div className="grid gap-3">
      <code className="break-all">
        {request.method} {request.url}
      </code>
      <Headers headers={request.headers} />
      <p className="text-small text-ink3">Credentials are added when the call leaves and are never shown.</p>
      {request.body && <pre className="overflow-auto rounded-control bg-sunken p-3">{request.body}</pre>}
    </div>
  );
}

interface SchemaResultProps {
  connector: Connector;
  operation: Operation;
  status: number;
  body: JsonValue;
}

function SchemaResult({ connector, operation, status, body }: SchemaResultProps) {
  const store = useEditorStore();
  const check = useMemo<SchemaCheck>(
    () => checkResponseBody({ connector, operation, status, body }),
    [connector, operation, status, body],
  );
  const learn = () =>
    store.getState().change(
      ownStep('learn'),
      setResponseFromSample({
        connector,
        operation,
        status: check.status ?? String(status),
        sample: { headers: [], body },
      }),
    );
  if (check.kind === 'matches') {
    return <p className="text-ok">Matches the {check.status} schema</p>;
  }
  return (
    <div className="grid gap-2 rounded-control border border-line p-3">
      {check.kind === 'no-schema' ? (
        <p>This operation does not describe its output, so it offers no dynamic content.</p>
      ) : (
        <>
          <p className="flex items-center gap-2">
            <SeverityIcon severity="warning" decorative /> The body differs from the {check.status} schema.
          </p>
          <ul className="grid gap-0.5 text-small text-ink2">
            {check.differences.slice(0, 12).map((difference) => (
              <li key={`${difference.at} ${difference.message}`}>
                <code>{difference.at || '/'}</code> {difference.message}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button className="justify-self-start" size="small" onClick={learn}>
        Use this answer as the schema
      </Button>
    </div>
  );
}

interface FailureProps {
  failure: NonNullable<TestAnswer['failure']>;
  request: TestAnswer['request'];
  onRetry: () => void;
}

/** The call did not come back: what happened, what was sent, and what to try. */
function Failure({ failure, request, onRetry }: FailureProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const allow = useMutation(trpc.hosts.allow.mutationOptions());
  const allowHost = async (host: string) => {
    try {
      await allow.mutateAsync({ host });
      await queries.invalidateQueries({ queryKey: trpc.hosts.list.queryKey() });
      onRetry();
    } catch (error) {
      notifyError(error);
    }
  };
  const host = failure.allow;
  return (
    <div className="grid gap-4">
      <div role="alert" className="grid gap-2 rounded-control border border-err/50 bg-err-soft p-4">
        <p className="flex items-center gap-2 font-semibold text-err">
          <SeverityIcon severity="error" decorative /> {failure.message}
        </p>
        <div className="flex gap-2">
          {host && (
            <Button busy={allow.isPending} onClick={() => void allowHost(host)}>
              Allow {host}
            </Button>
          )}
          <Button onClick={onRetry}>Try again</Button>
        </div>
      </div>
      <RequestAsSent request={request} />
    </div>
  );
}
