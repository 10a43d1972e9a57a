// A workspace for stories: the product, a browser, somebody signed in, and objects made by the page's own calls.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { JsonObject, JsonValue } from '@/lib/json';
import { launchBrowser } from '../support/browser';
import { type Product, startProduct } from '../support/product';
import { startTestApi, type TestApi } from '../support/sample-api';
import { type Gate, openGate } from './gate';

const email = 'ada@example.com';
const password = 'correct horse battery staple';

export interface Workspace {
  product: Product;
  api: TestApi;
  gate: Gate;
  browser: Browser;
  context: BrowserContext;
  page: Page;
  /** Console errors and uncaught errors of all pages so far; a story that provokes one empties the list. */
  complaints: string[];
  /** Opens a path of the product, as it is addressed now. */
  visit(path: string): Promise<void>;
  /** Forgets the complaints that a story means to provoke. */
  forgive(pattern: RegExp): void;
  close(): Promise<void>;
}

/** Creates the account on the first-run page. */
export async function firstRun(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForURL('**/setup');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ada');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.waitForURL((place) => place.pathname === '/');
}

/** Writes down what a maker should never meet. */
export function listen(page: Page, complaints: string[]): void {
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
}

/** Starts everything; the page stands on Home of an empty install, and may call the gate. */
export async function openWorkspace(): Promise<Workspace> {
  const product = await startProduct();
  const api = await startTestApi();
  const gate = await openGate(api.url);
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  listen(page, complaints);
  const workspace: Workspace = {
    product,
    api,
    gate,
    browser,
    context,
    page,
    complaints,
    async visit(path) {
      await page.goto(`${workspace.product.url}${path}`);
    },
    forgive(pattern) {
      complaints.splice(0, complaints.length, ...complaints.filter((text) => !pattern.test(text)));
    },
    async close() {
      gate.release();
      await browser.close();
      // A story may have started the product anew.
      await workspace.product.stop();
      await gate.shut();
      await api.close();
    },
  };
  try {
    await firstRun(page, product.url);
    await change(page, 'hosts.allow', { host: gate.host });
  } catch (error) {
    await workspace.close();
    throw error;
  }
  return workspace;
}

interface Answer {
  status: number;
  body: { result?: { data?: { json?: unknown } }; error?: { json?: { message?: string } } };
}

function unwrap(name: string, { status, body }: Answer): unknown {
  if (status === 200) return body.result?.data?.json;
  throw new Error(`${name}: ${status} ${body.error?.json?.message ?? JSON.stringify(body)}`);
}

/** Calls a mutation as the page does. */
export async function change<T = unknown>(page: Page, name: string, input: object): Promise<T> {
  const answer = await page.evaluate(
    async ({ path, text }) => {
      const response = await fetch(`/api/trpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: text,
      });
      return { status: response.status, body: await response.json() };
    },
    { path: name, text: JSON.stringify({ json: input }) },
  );
  return unwrap(name, answer) as T;
}

/** Calls a query as the page does. */
export async function ask<T = unknown>(page: Page, name: string, input?: object): Promise<T> {
  const answer = await page.evaluate(
    async ({ path, text }) => {
      const response = await fetch(`/api/trpc/${path}${text ? `?input=${encodeURIComponent(text)}` : ''}`);
      return { status: response.status, body: await response.json() };
    },
    { path: name, text: input && JSON.stringify({ json: input }) },
  );
  return unwrap(name, answer) as T;
}

export interface Objects {
  solutionId: string;
  connectorId: string;
  apiId: string;
  connectionId: string;
}

/** A solution with the sample's connector in it (texts corrected as the exercise does) and a connection with `key`. */
export async function makeObjects(workspace: Workspace, key = workspace.api.key): Promise<Objects> {
  const { page, api, gate } = workspace;
  const [publisher] = await ask<{ id: string }[]>(page, 'solutions.publishers');
  const { id: solutionId } = await change<{ id: string }>(page, 'solutions.create', {
    displayName: 'Contoso invoicing',
    publisherId: publisher?.id,
  });
  const text = await (await fetch(`${api.url}/swagger.json`)).text();
  const logo = Buffer.from(await (await fetch(`${api.url}/logo.png`)).arrayBuffer());
  const { id: connectorId } = await change<{ id: string }>(page, 'connectors.createFromFile', {
    fileName: 'swagger.json',
    text: text.replace(/"summary": ""/, '"summary": "Get Invoice"'),
    name: 'Contoso invoicing',
    host: gate.host,
    scheme: 'http',
    brandColor: '#175497',
    iconDataUrl: `data:image/png;base64,${logo.toString('base64')}`,
    solutionId,
  });
  const { apiId } = await ask<{ apiId: string }>(page, 'connectors.get', { id: connectorId });
  const { id: connectionId } = await change<{ id: string }>(page, 'connections.create', {
    connectorId,
    name: 'Invoice connection',
    values: { api_key: key },
  });
  return { solutionId, connectorId, apiId, connectionId };
}

const reference = 'shared_contoso_invoicing';

/** A call of the sample's operation, as the designer writes it. */
export function call(
  objects: Objects,
  operationId: string,
  parameters: JsonObject,
  ...after: string[]
): JsonObject {
  return {
    type: 'OpenApiConnection',
    inputs: { host: { apiId: objects.apiId, connectionName: reference, operationId }, parameters },
    runAfter: runAfter(after),
  };
}

/** A Compose that runs after these steps. */
export function compose(inputs: string, ...after: string[]) {
  return { type: 'Compose', inputs, runAfter: runAfter(after) };
}

/** `{ runAfter }` of a step that runs when all of `names` succeeded. */
export function runAfter(names: string[]): JsonObject {
  return Object.fromEntries(names.map((name): [string, JsonValue] => [name, ['Succeeded']]));
}

/** An instant flow with these actions, saved and live. */
export async function makeFlow(
  page: Page,
  objects: Objects,
  { name, actions }: { name: string; actions: JsonObject },
): Promise<string> {
  const { id } = await change<{ id: string }>(page, 'flows.create', {
    name,
    solutionId: objects.solutionId,
    trigger: 'button',
  });
  const flow = await ask<{ revision: number; definitionText: string }>(page, 'flows.get', { id });
  const definition = { ...(JSON.parse(flow.definitionText) as JsonObject), actions };
  const { revision } = await change<{ revision: number }>(page, 'flows.saveDraft', {
    id,
    revision: flow.revision,
    definitionText: JSON.stringify(definition, undefined, 2),
    references: { [reference]: { apiId: objects.apiId, connectionId: objects.connectionId } },
  });
  await change(page, 'flows.publish', { id, revision });
  return id;
}

/** Starts the live version and waits for its end; returns the run's id. */
export async function runToEnd(page: Page, flowId: string): Promise<string> {
  const { runId } = await change<{ runId: string }>(page, 'runs.start', { flowId });
  await waitForRun(page, runId, (status) => !['Running', 'Waiting'].includes(status));
  return runId;
}

interface RunAnswer {
  run: { status: string; inDoubt: number };
  records: { name: string; status: string; startTime: number; endTime?: number; code?: string }[];
}

/** Polls a run until its status is as wished; returns the run. */
export async function waitForRun(
  page: Page,
  runId: string,
  isDone: (status: string, run: RunAnswer) => boolean,
): Promise<RunAnswer> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const found = await ask<RunAnswer>(page, 'runs.get', { id: runId });
    if (isDone(found.run.status, found)) return found;
    if (Date.now() > deadline) throw new Error(`The run stays ${JSON.stringify(found.run)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
