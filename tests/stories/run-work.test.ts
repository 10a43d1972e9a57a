// Work with runs: the pane before them, their history, what becomes of them when their flow is deleted or the server goes
// down, and running one again.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '@/lib/json';
import { clippedTexts } from '../support/clipped';
import { startProduct } from '../support/product';
import { keepFailures, takeScreens } from '../support/screens';
import {
  ask,
  call,
  change,
  compose,
  makeFlow,
  makeObjects,
  type Objects,
  openWorkspace,
  runAfter,
  runToEnd,
  type Workspace,
  waitForRun,
} from './workspace';

let workspace: Workspace;
let objects: Objects;
let page: Page;
let flow = '';

beforeAll(async () => {
  workspace = await openWorkspace();
  page = workspace.page;
  objects = await makeObjects(workspace);
  flow = await makeFlow(page, objects, {
    name: 'List invoices',
    actions: { List_Invoices: call(objects, 'ListInvoices', {}) },
  });
});

afterAll(() => workspace?.close());
keepFailures(() => page);

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function expectGood(name: string): Promise<void> {
  expect(await takeScreens(page, name)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
}

interface Stored {
  revision: number;
  definitionText: string;
  references: object;
}

describe('The pane before a run', () => {
  beforeAll(async () => {
    const stored = await ask<Stored>(page, 'flows.get', { id: flow });
    const text = JSON.parse(stored.definitionText);
    const other = structuredClone(text.actions.List_Invoices);
    other.inputs.host.connectionName = 'other';
    text.actions.List_again = { ...other, runAfter: runAfter(['List_Invoices']) };
    text.triggers.manual.inputs.schema = {
      type: 'object',
      properties: { text: { type: 'string', title: 'Reason', 'x-ms-content-hint': 'TEXT' } },
      required: ['text'],
    };
    const { apiId, connectionId } = objects;
    await change(page, 'flows.saveDraft', {
      id: flow,
      revision: stored.revision,
      definitionText: JSON.stringify(text),
      references: { ...stored.references, other: { apiId }, leftover: { apiId, connectionId } },
    });
  });

  test('of the live version asks for nothing that only the draft wants', async () => {
    await workspace.visit(`/flows/${flow}?run=1`);
    await button('Continue').waitFor();
    expect(await page.getByText('Missing').count()).toBe(0);
    await button('Continue').click();
    await page.getByText('This flow asks for nothing. It is ready to run.').waitFor();
    await button('Run flow').click();
    await button('Done').click();
    await page.getByRole('row', { name: /Succeeded.*Version 1/ }).waitFor();
  });

  test('starts one run for a double click', async () => {
    const count = async () =>
      (await ask<{ runs: unknown[] }>(page, 'runs.list', { flowId: flow, limit: 200 })).runs.length;
    const before = await count();
    await workspace.visit(`/flows/${flow}?run=1`);
    await button('Continue').click();
    await button('Run flow').dblclick();
    await button('Done').click();
    expect(await count()).toBe(before + 1);
  });

  test('of a draft names the connection that is missing and leads to its step', async () => {
    await workspace.visit(`/flows/${flow}/edit`);
    await button('Run').click();
    await page.getByText('Missing').waitFor();
    expect(await page.getByText('Contoso invoicing', { exact: true }).count()).toBeGreaterThan(1);
    const isWhole = (element: Element) => element.scrollWidth <= element.clientWidth;
    expect(await page.getByText('No connection chosen').evaluate(isWhole)).toBe(true);
    await expectGood('run-pane-missing-connection');
    await button('Show the step').click();
    await page.getByRole('region', { name: 'Step List again' }).waitFor();
  });

  test('keeps what was typed across Back and a reload', async () => {
    const reason = page.getByRole('textbox', { name: 'Reason' });
    const openInputs = async () => {
      await button('Run').click();
      await button('Continue').click();
    };
    await openInputs();
    await reason.fill('Month end');
    await button('Back').click();
    await button('Continue').click();
    expect(await reason.inputValue()).toBe('Month end');
    await page.reload();
    await openInputs();
    expect(await reason.inputValue()).toBe('Month end');
    await button('Run flow').click();
    await button('Done').click();
  });

  test('is followed by a run that says what went wrong, also after a reload of the designer', async () => {
    const said = page.getByText(/^List again failed: .*needs a connection/);
    await said.waitFor();
    expect(new URL(page.url()).searchParams.get('run')).not.toBeNull();
    await page.reload();
    await said.waitFor();
    await page.getByRole('button', { name: /^List again, step 3.*failed/ }).waitFor();
    await button('Hide this run').click();
    expect(new URL(page.url()).searchParams.get('run')).toBeNull();
  });

  test('a link to a run that is not of this flow shows the flow alone, and says so', async () => {
    const other = await makeFlow(page, objects, {
      name: 'Another flow',
      actions: { Note: { type: 'Compose', inputs: 1, runAfter: {} } },
    });
    for (const run of [await runToEnd(page, other), '00000000-0000-4000-8000-000000000000']) {
      await workspace.visit(`/flows/${flow}/edit?run=${run}`);
      await page.getByText('The run of this link is not a run of this flow').first().waitFor();
      await expect.poll(() => new URL(page.url()).searchParams.get('run')).toBeNull();
      expect(await page.getByText('Waiting to start').count()).toBe(0);
    }
    workspace.complaints.splice(0);
  });

  test('does not open for a flow that is turned off, and the page says why', async () => {
    await change(page, 'flows.setState', { id: flow, state: 'off' });
    await workspace.visit(`/flows/${flow}?run=1`);
    await page.getByText('It cannot be run now. This flow is turned off.').waitFor();
    expect(await button('Continue').count()).toBe(0);
    await change(page, 'flows.setState', { id: flow, state: 'on' });
  });
});

describe('The history', () => {
  test('goes back to the first run', async () => {
    for (let run = 0; run < 210; run += 1) await change(page, 'runs.start', { flowId: flow });
    const first = (await ask<{ runs: { id: string }[] }>(page, 'runs.list', { flowId: flow, limit: 200 }))
      .runs;
    expect(first).toHaveLength(200);
    await workspace.visit(`/flows/${flow}`);
    const older = button('Show older runs');
    for (let pages = 1; pages <= 4; pages += 1) await older.click();
    await older.waitFor({ state: 'detached' });
    await page.getByRole('main').evaluate((main) => {
      main.scrollTop = main.scrollHeight;
    });
    await page.getByRole('row', { name: /Draft/ }).waitFor();
  });

  test('offers to run once more what a run was given', async () => {
    const runId = await runToEnd(page, flow);
    await workspace.visit(`/flows/${flow}/runs/${runId}`);
    await page.getByRole('navigation').getByRole('link', { name: 'Contoso invoicing' }).waitFor();
    await button('Resubmit').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Resubmit' }).click();
    await page.waitForURL((url) => url.pathname.includes('/runs/') && !url.pathname.endsWith(runId));
    await page.getByRole('button', { name: /^List Invoices, step 2.*succeeded/ }).waitFor();
    expect(workspace.complaints).toEqual([]);
  });
});

test('A failed expression leads from its run to the step in the designer', async () => {
  const id = await makeFlow(page, objects, {
    name: 'Divide',
    actions: { Share: { type: 'Compose', inputs: '@div(1, 0)', runAfter: {} } },
  });
  await workspace.visit(`/flows/${id}`);
  await page.getByText('Press Run to start one.').waitFor();
  const run = await runToEnd(page, id);
  await workspace.visit(`/flows/${id}/runs/${run}`);
  await page.getByText('An expression of this step does not work with the values of this run.').waitFor();
  await page.getByRole('link', { name: 'Edit step' }).click();
  await page.waitForURL(`**/flows/${id}/edit?action=Share`);
  await page.getByRole('region', { name: 'Step Share' }).waitFor();
});

test('A flow that was never saved says under its history why it cannot run', async () => {
  const { id } = await change<{ id: string }>(page, 'flows.create', { name: 'Draft', trigger: 'button' });
  await workspace.visit(`/flows/${id}`);
  await page.getByText('This flow was never saved. Open it with Edit and press Save.').first().waitFor();
});

describe('A run under way', () => {
  test('is shown again when the server is back, and waits on Home for a decision', async () => {
    const pay = { id: "@item()?['invoiceId']", amount: "@item()?['amount']", date: "@item()?['date']" };
    const payFlow = await makeFlow(page, objects, {
      name: 'Pay invoices',
      actions: {
        List_Invoices: call(objects, 'ListInvoices', { fromAmount: 5000 }),
        Each_invoice: {
          type: 'Foreach',
          foreach: "@outputs('List_Invoices')?['body/invoices']",
          runAfter: runAfter(['List_Invoices']),
          actions: { Pay: call(objects, 'PayInvoice', pay) },
        },
      },
    });
    workspace.gate.hold('/PayInvoice', 1);
    const { runId } = await change<{ runId: string }>(page, 'runs.start', { flowId: payFlow });
    await workspace.gate.held();
    await workspace.visit(`/flows/${payFlow}/runs/${runId}`);
    await page.getByRole('button', { name: /^Pay, step 4.*in progress/ }).waitFor();
    const { folder, url } = workspace.product;
    await workspace.product.kill();
    await page.getByText('Live view lost, reconnecting…').waitFor();
    workspace.gate.release();
    workspace.product = await startProduct(folder, { PORT: new URL(url).port });
    await page.getByText(/^Pay waits for a decision in iteration 2 of Each invoice \(invoiceId /).waitFor();
    await page.getByRole('button', { name: /^Pay, step 4.*in doubt/ }).waitFor();
    await page.getByText('Live view lost, reconnecting…').waitFor({ state: 'detached' });
    await expectGood('run-in-doubt-in-loop');
    await workspace.visit('/');
    await page.getByText('1 call waits for a decision.').waitFor();
    await workspace.visit('/flows');
    await page.getByRole('row', { name: /Pay invoices.*1 to decide/ }).waitFor();
    await expectGood('flows-in-doubt');
    workspace.complaints.length = 0;
  });

  test('is cancelled when its flow is deleted, and its page stays', async () => {
    await workspace.visit('/flows');
    await page.getByRole('button', { name: 'More for Pay invoices' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByText('Runs under way are cancelled. The history stays under Runs.').waitFor();
    await button('Delete').click();
    await page.getByText('Deleted the flow Pay invoices.').first().waitFor();
    await workspace.visit('/runs');
    await page
      .getByRole('row', { name: /Pay invoices.*Cancelled/ })
      .getByRole('link')
      .click();
    await page.getByText('The flow was deleted').waitFor();
    await page.getByRole('button', { name: /^Each invoice, step 3.*cancelled/ }).waitFor();
    for (const gone of ['Edit flow', 'Run again', 'Resubmit'])
      expect(await page.getByText(gone, { exact: true }).count()).toBe(0);
    await expectGood('run-of-deleted-flow');
    expect(workspace.complaints).toEqual([]);
  });
});

describe('What a run needs of a person', () => {
  let other = '';

  async function make(name: string, actions: JsonObject): Promise<void> {
    other = await makeFlow(page, objects, { name, actions });
  }

  async function start(): Promise<string> {
    return (await change<{ runId: string }>(page, 'runs.start', { flowId: other })).runId;
  }

  test('a refused host is allowed by an administrator, and a new run works', async () => {
    const { host, url } = workspace.api;
    await make('Refused host', {
      Ask: { type: 'Http', inputs: { method: 'GET', uri: `${url}/swagger.json` } },
    });
    const refused = await start();
    await waitForRun(page, refused, (status) => status === 'Failed');
    await workspace.visit(`/flows/${other}/runs/${refused}`);
    await page.getByRole('button', { name: `Allow ${host}` }).click();
    await page.getByText(`${host} is allowed. Run the flow again.`).first().waitFor();
    const allowed = await start();
    await waitForRun(page, allowed, (status) => status === 'Succeeded');
  });

  test('a very large output is cut in view and whole as a file', async () => {
    await make('Large', { Numbers: compose("@join(range(0, 50000), ',')") });
    const runId = await start();
    await waitForRun(page, runId, (status) => status === 'Succeeded');
    await workspace.visit(`/flows/${other}/runs/${runId}?action=Numbers`);
    await page.getByText('Too large to show here.').first().waitFor();
    await page.getByRole('button', { name: 'Show raw outputs' }).click();
    await page.getByText('Download has everything.').waitFor();
    const href = await page.getByRole('link', { name: 'Download' }).getAttribute('href');
    const whole = await (await page.request.get(`${workspace.product.url}${href}`)).text();
    expect(whole.length).toBeGreaterThan(200_000);
    expect(whole).toContain('49998,49999');
    await page.keyboard.press('Escape');
  });

  test('a call in doubt after a power cut is sent again, failed or cancelled as decided', async () => {
    const count = () => workspace.gate.calls.filter(({ path }) => path === '/PayInvoice').length;
    const before = count();
    const paid = () => count() - before;
    await make('Pay', { Pay_Invoice: call(objects, 'PayInvoice', { id: '1934', amount: 10 }) });
    workspace.gate.hold('/PayInvoice');
    const runs = [await start(), await start(), await start()];
    await expect.poll(paid, { timeout: 20_000 }).toBe(3);
    await workspace.product.kill();
    workspace.gate.release();
    workspace.product = await startProduct(workspace.product.folder);
    const decisions = [
      { label: 'It failed', ends: 'Failed', calls: 3 },
      { label: 'Cancel run', ends: 'Cancelled', calls: 3 },
      { label: 'Send again', ends: 'Succeeded', calls: 4 },
    ];
    for (const [index, { label, ends, calls }] of decisions.entries()) {
      await workspace.visit(`/flows/${other}/runs/${runs[index]}?action=Pay_Invoice`);
      const doubt = page.getByRole('region', { name: 'In doubt' });
      await doubt.getByRole('button', { name: label }).click();
      await page.getByRole('dialog').getByRole('button', { name: label }).click();
      await waitForRun(page, runs[index] ?? '', (status) => status === ends);
      await doubt.waitFor({ state: 'detached' });
      await page.getByRole('region', { name: 'Run', exact: true }).getByText(ends).waitFor();
      expect(paid()).toBe(calls);
    }
    workspace.complaints.splice(0);
  });
});
