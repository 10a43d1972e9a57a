// What goes wrong, goes wrong with a sentence and a way on: a wrong key, a service that is down, a broken file, a power cut,
// a second tab, a reload, a link to nowhere.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProduct } from '../support/product';
import { keepFailures, takeScreens } from '../support/screens';
import {
  ask,
  call,
  change,
  listen,
  makeFlow,
  makeObjects,
  type Objects,
  openWorkspace,
  runToEnd,
  type Workspace,
  waitForRun,
} from './workspace';

let workspace: Workspace;
let objects: Objects;
let page: Page;
let flow = '';
const faults: string[] = [];

/** Run, Continue, Run flow, Done on the flow's page; then the newest run of its history is opened. */
async function runByHand(): Promise<void> {
  await workspace.visit(`/flows/${flow}`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Run flow' }).click();
  await page.getByRole('link', { name: 'open this run' }).click();
  await page.waitForURL('**/runs/*');
}

const card = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });

/** Complaints that a story provokes on purpose are not the product's. */
beforeAll(async () => {
  workspace = await openWorkspace();
  page = workspace.page;
  objects = await makeObjects(workspace, 'a-key-that-nobody-issued');
  flow = await makeFlow(page, objects, {
    name: 'Email invoice list',
    actions: { List_Invoices: call(objects, 'ListInvoices', {}) },
  });
});

afterAll(() => workspace?.close());
keepFailures(() => page);

describe('A wrong key', () => {
  test('is named in the run, mended by Fix connection, and the flow then runs', async () => {
    await runByHand();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await page.getByText('401 Unauthorized').first().waitFor();
    await page.getByText('The service rejected the key.').waitFor();
    await page.getByRole('link', { name: 'Fix connection' }).click();
    await page.waitForURL('**/connections?fix=*');
    await page.getByRole('heading', { name: 'Replace the key of Invoice connection' }).waitFor();
    await page.getByLabel('API Key', { exact: true }).fill(workspace.api.key);
    await page.getByRole('button', { name: 'Replace key' }).click();
    await page.getByText('Invoice connection uses the new key from now on.').first().waitFor();
    await runByHand();
    await card('List Invoices, step 2 of 2.*succeeded').waitFor();
  });
});

describe('A service that is down', () => {
  test('is named with its address; the flow runs when it is up again', async () => {
    await workspace.gate.shut();
    await runByHand();
    await page.getByRole('heading', { name: 'What happened' }).waitFor({ timeout: 60_000 });
    const { gate } = workspace;
    await page.getByText(`${gate.host} refused the connection. Is the service running?`).first().waitFor();
    await page.getByText('Start the service, or check host and port of the connector.').waitFor();
    faults.push(...(await takeScreens(page, 'run-host-down')));
    await gate.open();
    await runByHand();
    await card('List Invoices, step 2 of 2.*succeeded').waitFor();
  });
});

describe('A broken OpenAPI file', () => {
  test('is refused with line and column, and nothing is imported', async () => {
    const before = await ask<unknown[]>(page, 'connectors.list');
    await workspace.visit('/connectors/new');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import an OpenAPI file' }).click();
    const whole = await (await fetch(`${workspace.api.url}/swagger.json`)).text();
    const text = whole.slice(0, Math.floor(whole.length / 2));
    await (await choosing).setFiles({
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await page.getByRole('heading', { name: 'broken.json cannot be read' }).waitFor();
    await page
      .getByText(/line \d+, column \d+/i)
      .first()
      .waitFor();
    faults.push(...(await takeScreens(page, 'import-broken')));
    expect(await ask<unknown[]>(page, 'connectors.list')).toHaveLength(before.length);
    await page.getByRole('button', { name: 'Choose another file' }).click();
    await page.getByRole('button', { name: 'Import an OpenAPI file' }).waitFor();
  });
});

describe('A second tab on the same flow', () => {
  let other: Page;

  /** Both tabs stand on the step; the other one changes a field and stores it. */
  async function changeElsewhere(value: string): Promise<void> {
    await workspace.visit(`/flows/${flow}/edit?action=List_Invoices`);
    await page.getByRole('textbox', { name: 'To Amount' }).waitFor();
    other = await workspace.context.newPage();
    listen(other, workspace.complaints);
    await other.goto(page.url());
    await other.getByRole('textbox', { name: 'To Amount' }).click();
    const stored = other.waitForResponse((response) => response.url().includes('flows.saveDraft'));
    await other.keyboard.insertText(value);
    await stored;
    await other.close();
    workspace.forgive(/409|Conflict/);
  }

  async function typeHere(value: string): Promise<void> {
    await page.getByRole('textbox', { name: 'From Amount' }).click();
    await page.keyboard.insertText(value);
    await page.getByText('This flow was changed in another window.').waitFor();
  }

  const parametersOf = async () => {
    const { definitionText } = await ask<{ definitionText: string }>(page, 'flows.get', { id: flow });
    const { actions } = JSON.parse(definitionText);
    return actions.List_Invoices.inputs.parameters;
  };

  test('is told; "Keep mine" stores what was typed here', async () => {
    await changeElsewhere('111');
    await typeHere('222');
    faults.push(...(await takeScreens(page, 'stale-flow')));
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByText('This flow was changed in another window.').waitFor({ state: 'detached' });
    await expect.poll(parametersOf).toEqual({ fromAmount: 222 });
    workspace.forgive(/409/);
  });

  test('is told; "Take the other version" shows what was stored there', async () => {
    await changeElsewhere('333');
    await typeHere('444');
    await page.getByRole('button', { name: 'Take the other version' }).click();
    await page.getByRole('textbox', { name: 'To Amount' }).getByText('333').waitFor();
    await page.getByText('This flow was changed in another window.').waitFor({ state: 'detached' });
    await expect.poll(parametersOf).toEqual({ fromAmount: 222, toAmount: 333 });
    workspace.forgive(/409/);
  });
});

describe('Typing that is not stored yet', () => {
  test('survives a reload while the server does not answer, and is stored afterwards', async () => {
    await workspace.visit(`/flows/${flow}/edit?action=List_Invoices`);
    await page.route('**/api/trpc/flows.saveDraft**', (route) => route.abort());
    await page.getByRole('textbox', { name: 'Status' }).click();
    await page.keyboard.insertText('7');
    await page
      .getByText(/Not saved/)
      .first()
      .waitFor();
    await page.reload();
    await page.getByRole('textbox', { name: 'Status' }).getByText('7').waitFor();
    await page.unroute('**/api/trpc/flows.saveDraft**');
    await page.reload();
    await page.getByRole('textbox', { name: 'Status' }).getByText('7').waitFor();
    await expect
      .poll(
        async () => (await ask<{ definitionText: string }>(page, 'flows.get', { id: flow })).definitionText,
        {
          timeout: 15_000,
        },
      )
      .toMatch(/"status": ?7/);
    workspace.forgive(/net::ERR_FAILED/);
  });

  test('survives a reload in the same instant', async () => {
    await workspace.visit(`/flows/${flow}/edit?action=List_Invoices`);
    const status = page.getByRole('textbox', { name: 'Status' });
    await status.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('8');
    await page.reload();
    await status.getByText('8', { exact: true }).waitFor();
  });
});

describe('A link to what is not there', () => {
  const nowhere = '00000000-0000-4000-8000-000000000000';

  test.each([
    ['/nowhere', /page/],
    [`/flows/${nowhere}`, /There is no such flow/],
    [`/flows/${nowhere}/edit`, /There is no such flow/],
    [`/flows/${nowhere}/runs/${nowhere}`, /There is no such run/],
    [`/connectors/${nowhere}/edit/general`, /There is no such connector/],
    [`/connectors/${nowhere}/update`, /There is no such connector/],
    [`/solutions/${nowhere}`, /There is no such solution/],
    ['/flows/no-id-at-all', /There is no such flow/],
  ])('%s says so and leads back', async (path, sentence) => {
    await workspace.visit(path);
    await page.getByRole('main').getByText(sentence).first().waitFor();
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
    workspace.forgive(/404/);
  });

  test('an unknown tab of a connector leads to the first one', async () => {
    await workspace.visit(`/connectors/${objects.connectorId}/edit/nonsense`);
    await page.getByRole('textbox', { name: 'Connector name' }).waitFor();
    await page.waitForURL('**/edit/general');
  });

  test('so does the id of something else', async () => {
    await workspace.visit(`/flows/${objects.connectorId}`);
    await page.getByText('There is no such flow').first().waitFor();
    workspace.forgive(/404/);
  });
});

describe('A power cut in the middle of a run', () => {
  /** Ends the product as a power cut does and starts it again on the same folder. */
  async function cutPower(): Promise<void> {
    const { folder } = workspace.product;
    await workspace.product.kill();
    workspace.gate.release();
    workspace.product = await startProduct(folder);
  }

  test('loses no run: a read goes on by itself', async () => {
    workspace.gate.hold('/ListInvoices');
    const { runId } = await change<{ runId: string }>(page, 'runs.start', { flowId: flow });
    await workspace.gate.held();
    await workspace.visit(`/flows/${flow}/runs/${runId}`);
    await card('List Invoices, step 2 of 2.*in progress').waitFor();
    await cutPower();
    await workspace.visit(`/flows/${flow}/runs/${runId}`);
    await card('List Invoices, step 2 of 2.*succeeded').waitFor();
    workspace.forgive(/net::ERR/);
    await workspace.visit(`/flows/${flow}`);
    await page.getByRole('table', { name: 'Run history' }).getByText('Succeeded').first().waitFor();
  });

  test('doubles no write: its outcome is asked for, and the run goes on as decided', async () => {
    const pay = await makeFlow(page, objects, {
      name: 'Pay an invoice',
      actions: { Pay_Invoice: call(objects, 'PayInvoice', { id: '1934', amount: 10 }) },
    });
    workspace.gate.hold('/PayInvoice');
    const { runId } = await change<{ runId: string }>(page, 'runs.start', { flowId: pay });
    await workspace.gate.held();
    await cutPower();
    await workspace.visit(`/flows/${pay}`);
    await page.getByRole('table', { name: 'Run history' }).getByText('1 to decide').waitFor();
    await workspace.visit(`/flows/${pay}/runs/${runId}?action=Pay_Invoice`);
    await page.getByRole('heading', { name: 'It is not known whether this call worked' }).waitFor();
    for (const name of ['Send again', 'It worked', 'It failed', 'Cancel run'])
      await page.getByRole('region', { name: 'In doubt' }).getByRole('button', { name }).waitFor();
    faults.push(...(await takeScreens(page, 'run-in-doubt')));
    expect(workspace.gate.calls.filter(({ path }) => path === '/PayInvoice')).toHaveLength(1);
    await page.getByRole('button', { name: 'It worked' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'It worked' }).click();
    await waitForRun(page, runId, (status) => status === 'Succeeded');
    await card('Pay Invoice, step 2.*succeeded').waitFor();
    workspace.forgive(/net::ERR/);
    expect(workspace.gate.calls.filter(({ path }) => path === '/PayInvoice')).toHaveLength(1);
  });
});

test('None of this met a console error of its own, nor a serious accessibility fault', async () => {
  expect(await runToEnd(page, flow)).not.toBe('');
  expect(workspace.complaints).toEqual([]);
  expect(faults).toEqual([]);
});
