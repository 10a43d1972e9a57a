// The sample API for tests: started on a free port with data of its own, a key in hand, the call log readable.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggedCall } from '@/samples/contoso-invoicing/call-log';
import { type SampleOptions, startSample } from '@/samples/contoso-invoicing/server';

export interface TestApi {
  url: string;
  /** `127.0.0.1:PORT`, as an administrator allows it. */
  host: string;
  key: string;
  dataFile: string;
  /** A further key with data of its own. */
  newKey(): Promise<string>;
  /** Calls that arrived after `sequence`. The call that fetched the first key is not among them. */
  readLog(after?: number): Promise<LoggedCall[]>;
  clearLog(): Promise<void>;
  close(): Promise<void>;
}

async function issueKey(url: string): Promise<string> {
  const response = await fetch(`${url}/api-key`, { method: 'POST' });
  return ((await response.json()) as { key: string }).key;
}

/** Starts the sample; `close` also removes its data unless a data file was given. */
export async function startTestApi(options: Partial<SampleOptions> = {}): Promise<TestApi> {
  const folder = options.dataFile ? undefined : await mkdtemp(join(tmpdir(), 'sample-api-'));
  const dataFile = options.dataFile ?? join(folder ?? '', 'invoices.json');
  const sample = await startSample({ port: 0, ...options, dataFile });
  const clearLog = async () => {
    await (await fetch(`${sample.url}/__log`, { method: 'DELETE' })).text();
  };
  const key = await issueKey(sample.url);
  await clearLog();
  return {
    url: sample.url,
    host: new URL(sample.url).host,
    key,
    dataFile,
    newKey: () => issueKey(sample.url),
    readLog: async (after = 0) =>
      (await (await fetch(`${sample.url}/__log?after=${after}`)).json()) as LoggedCall[],
    clearLog,
    async close() {
      await sample.close();
      if (folder) await rm(folder, { recursive: true, force: true });
    },
  };
}
