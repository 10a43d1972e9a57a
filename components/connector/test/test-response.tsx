// The answer of a test call: status, time, size, body, headers, the request as sent, and how it fits the schema.
'use client';
import { useMemo, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { CodeEditor } from '@/components/ui/code-editor';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { Skeleton } from '@/components/ui/skeleton';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { bytesText } from '@/components/ui/units';
import { setResponseFromSample } from '@/lib/connector/edit/from-sample';
import type { Connector, Operation } from '@/lib/connector/model';
import { checkResponseBody, type SchemaCheck } from '@/lib/connector/response-check';
import type { JsonValue } from '@/lib/json';
import { useEditor, useEditorStore } from '../store/editor-context';
import { ownStep } from '../store/undoable';
import { answerNote, readBody, type SentCredentials, type TestResponseData } from './answer-note';
import { HeaderList, RequestAsSent, type SentRequest } from './request-as-sent';
import { type TestFailure, TestFailurePanel } from './test-failure';

export interface TestAnswer {
  request: SentRequest;
  response?: TestResponseData;
  failure?: TestFailure;
}

interface TestResponseProps {
  connector: Connector;
  operation: Operation | undefined;
  answer: TestAnswer | undefined;
  error: unknown;
  pending: boolean;
  hasConnection: boolean;
  onRetry: () => void;
  onNewConnection: () => void;
}

export function TestResponse(props: TestResponseProps) {
  const { connector, operation, answer, error, pending, hasConnection, onRetry, onNewConnection } = props;
  if (pending) return <Skeleton className="h-40" />;
  if (error) return <ErrorPanel error={error} title="The call could not be made." onRetry={onRetry} />;
  if (!answer || !operation) {
    return <EmptyState title="No call yet.">Press Test operation; what comes back is shown here.</EmptyState>;
  }
  if (answer.failure) {
    return <TestFailurePanel failure={answer.failure} request={answer.request} onRetry={onRetry} />;
  }
  if (!answer.response) return null;
  return (
    <Answer
      connector={connector}
      operation={operation}
      request={answer.request}
      response={answer.response}
      credentials={sentCredentials(connector, hasConnection)}
      onNewConnection={onNewConnection}
    />
  );
}

function sentCredentials({ security }: Connector, hasConnection: boolean): SentCredentials {
  if (security.type === 'none') return 'no-security';
  if (security.type === 'unsupported') return 'unsupported';
  return hasConnection ? 'sent' : 'no-connection';
}

interface AnswerProps {
  connector: Connector;
  operation: Operation;
  request: SentRequest;
  response: TestResponseData;
  credentials: SentCredentials;
  onNewConnection: () => void;
}

function Answer(props: AnswerProps) {
  const { connector, operation, request, response, credentials, onNewConnection } = props;
  const id = useEditor((state) => state.stored.id);
  const isRefused = response.status === 401 || response.status === 403;
  const isUnsigned = credentials === 'no-security' || credentials === 'unsupported';
  const [tab, setTab] = useState('body');
  const body = useMemo(() => readBody(response.body), [response.body]);
  const good = response.status < 300;
  const note = answerNote(response, body, credentials);
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone={good ? 'ok' : response.status < 400 ? 'warn' : 'err'}>
          {response.status} {response.statusText}
        </Badge>
        <span className="text-ink3">
          {Math.round(response.duration)} ms · {bytesText(response.bytes)}
        </span>
      </p>
      {note && (
        <div className="grid gap-2 rounded-control border border-line bg-surface p-3">
          <p>{note}</p>
          {isRefused && isUnsigned && (
            <ButtonLink className="justify-self-start" href={`/connectors/${id}/edit/security`}>
              Go to Security
            </ButtonLink>
          )}
          {isRefused && !isUnsigned && (
            <Button className="justify-self-start" onClick={onNewConnection}>
              {credentials === 'sent' ? 'Make another connection' : 'Make a connection'}
            </Button>
          )}
        </div>
      )}
      {good && body.json !== undefined && !body.isBinary && (
        <SchemaResult connector={connector} operation={operation} status={response.status} body={body.json} />
      )}
      <Tabs value={tab} onValueChange={setTab} className="grid gap-3">
        <TabList label="Response">
          <Tab value="body">Body</Tab>
          <Tab value="headers">Headers</Tab>
          <Tab value="request">Request</Tab>
        </TabList>
        <TabPanel value="body">
          <div className="grid justify-items-start gap-2">
            <CodeEditor
              label="Response body"
              readOnly
              language={body.json === undefined ? 'text' : 'json'}
              value={body.text}
              className="max-h-[52vh] w-full overflow-auto rounded-control border border-line"
            />
            <CopyButton label="Copy the body" text={body.text} />
          </div>
        </TabPanel>
        <TabPanel value="headers">
          <HeaderList headers={response.headers} />
        </TabPanel>
        <TabPanel value="request">
          <RequestAsSent request={request} />
        </TabPanel>
      </Tabs>
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
