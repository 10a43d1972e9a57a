// The screens of a workspace at work, light and dark: seeded with one solution, the sample's connector, a connection and
// flows; each looked at by axe and for clipped texts. Pictures land in tests/.artifacts/screens.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clippedTexts } from '../support/clipped';
import { keepFailures, takeScreens } from '../support/screens';
import {
  ask,
  call,
  change,
  makeFlow,
  makeObjects,
  type Objects,
  openWorkspace,
  runAfter,
  runToEnd,
  type Workspace,
} from './workspace';

let workspace: Workspace;
let objects: Objects;
let page: Page;
let listFlow = '';
let payFlow = '';

/** Pictures of the page as it stands; no serious fault and no clipped text in them. */
async function expectGood(name: string): Promise<void> {
  const faults = await takeScreens(page, name);
  const clipped = await clippedTexts(page);
  expect(faults).toEqual([]);
  expect(clipped).toEqual([]);
}

/** Run, Continue, Run flow, Done in the designer. */
async function runDraft(): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Run flow' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
}

const payEach = {
  type: 'Foreach',
  foreach: "@outputs('List_Invoices')?['body/invoices']",
  runAfter: runAfter(['List_Invoices']),
};

beforeAll(async () => {
  workspace = await openWorkspace();
  page = workspace.page;
});

afterAll(() => workspace?.close());
keepFailures(() => page);

describe('An empty workspace', () => {
  test.each([
    ['/', 'empty-home', 'Nothing made here yet.'],
    ['/flows', 'empty-flows', 'No flows yet.'],
    ['/runs', 'empty-runs', 'No runs yet.'],
    ['/connectors', 'empty-connectors', 'No custom connectors in this environment.'],
    ['/connections', 'empty-connections', 'No connections.'],
    ['/solutions', 'empty-solutions', 'No solutions yet.'],
  ])('says at %s what will stand there and what to do', async (path, name, sentence) => {
    await workspace.visit(path);
    await page.getByText(sentence).first().waitFor();
    await expectGood(name);
  });
});

describe('A workspace at work', () => {
  beforeAll(async () => {
    objects = await makeObjects(workspace);
    listFlow = await makeFlow(page, objects, {
      name: 'Email invoice list',
      actions: { List_Invoices: call(objects, 'ListInvoices', {}) },
    });
    payFlow = await makeFlow(page, objects, {
      name: 'Pay open invoices',
      actions: {
        List_Invoices: call(objects, 'ListInvoices', { fromAmount: 5000 }),
        For_each_invoice: {
          ...payEach,
          actions: {
            Pay_a_specific_invoice_by_id: call(objects, 'PayInvoice', {
              id: "@item()?['invoiceId']",
              amount: "@item()?['amount']",
              date: "@item()?['date']",
            }),
          },
        },
      },
    });
    for (let run = 0; run < 3; run += 1) await runToEnd(page, listFlow);
  });

  test('runs a draft on the canvas and shows what came of each step', async () => {
    await workspace.visit(`/flows/${listFlow}/edit?action=List_Invoices`);
    await page.getByRole('button', { name: /^List Invoices, step 2 of 2/ }).waitFor();
    await runDraft();
    const card = page.getByRole('button', { name: /^List Invoices, step 2 of 2.*succeeded in/ });
    await card.click();
    await page.getByRole('tab', { name: 'Parameters' }).click();
    await expectGood('designer-finished-run');
  });

  test('shows in the designer what came of a loop', async () => {
    await workspace.visit(`/flows/${payFlow}/edit?action=List_Invoices`);
    await page.getByRole('radio', { name: 'Custom' }).click();
    await page
      .getByRole('button', { name: /^Pay a specific invoice by id/ })
      .first()
      .waitFor();
    await runDraft();
    await page
      .getByRole('button', { name: /^For each invoice, step 3.*succeeded/ })
      .waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: /^List Invoices, step 2/ }).click();
    await expectGood('designer-loop-run');
  });

  test('offers the output of earlier steps, and asks what is meant by a value that comes once per invoice', async () => {
    const flow = await makeFlow(page, objects, {
      name: 'Pay the first invoice',
      actions: {
        List_Invoices: call(objects, 'ListInvoices', {}),
        Pay_a_specific_invoice_by_id: call(objects, 'PayInvoice', {}, 'List_Invoices'),
      },
    });
    await runToEnd(page, flow);
    await workspace.visit(`/flows/${flow}/edit?action=Pay_a_specific_invoice_by_id`);
    const amount = page.getByRole('textbox', { name: 'Amount', exact: true });
    await amount.click();
    await page.keyboard.type('/');
    const picker = page.getByRole('dialog', { name: 'Insert into Amount' });
    await picker.getByText('List Invoices').first().waitFor();
    await expectGood('token-picker');
    await page.keyboard.type('amount');
    await picker
      .getByRole('option', { name: /^amount/i })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('comes once per invoice').waitFor();
    await expectGood('loop-chooser');
    await page.keyboard.press('Escape');
  });

  test('shows a run while it goes on', async () => {
    workspace.gate.hold('/PayInvoice', 2);
    const { runId } = await change<{ runId: string }>(page, 'runs.start', { flowId: payFlow });
    await workspace.gate.held();
    await workspace.visit(`/flows/${payFlow}/runs/${runId}?action=Pay_a_specific_invoice_by_id`);
    await page.getByRole('button', { name: /^Pay a specific invoice by id.*in progress/ }).waitFor();
    await expectGood('run-live');
    workspace.gate.release();
    await page.getByRole('button', { name: /^For each invoice, step 3.*succeeded/ }).waitFor();
    await expectGood('run-loop-finished');
  });

  test('shows a run that failed at a wrong key', async () => {
    await change(page, 'connections.replaceValues', {
      id: objects.connectionId,
      values: { api_key: 'a-key-that-nobody-issued' },
    });
    const runId = await runToEnd(page, listFlow);
    await workspace.visit(`/flows/${listFlow}/runs/${runId}`);
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await page.getByRole('heading', { name: 'How to fix' }).waitFor();
    await page.getByRole('link', { name: 'Fix connection' }).waitFor();
    await expectGood('run-failed');
  });

  test.each([
    ['/', 'home', 'Email invoice list'],
    ['/flows', 'flows', 'Email invoice list'],
    ['/runs', 'runs', 'Pay open invoices'],
    ['/connectors', 'connectors', 'Contoso invoicing'],
    ['/connections', 'connections', 'Invoice connection'],
    ['/solutions', 'solutions', 'Contoso invoicing'],
    ['/settings', 'settings', 'Profile'],
  ])('shows at %s what is there', async (path, name, sentence) => {
    await workspace.visit(path);
    await page.getByRole('main').getByText(sentence).first().waitFor();
    await expectGood(name);
  });

  test('shows the history of a flow, and a solution with its objects', async () => {
    await workspace.visit(`/flows/${listFlow}`);
    await page.getByRole('table', { name: 'Run history' }).getByText('Failed').first().waitFor();
    await expectGood('run-history');
    await workspace.visit(`/solutions/${objects.solutionId}`);
    await page.getByRole('table').getByText('Pay open invoices').waitFor();
    await expectGood('solution');
  });

  test('jumps from everywhere to an operation and to a connection', async () => {
    const field = page.getByRole('combobox', { name: 'Search or jump' });
    await workspace.visit('/flows');
    await page.getByRole('link', { name: 'Email invoice list' }).first().waitFor();
    await page.keyboard.press('Control+k');
    await field.fill('list invoices');
    await page.getByRole('option', { name: /^List Invoices.*Operation of Contoso invoicing/ }).waitFor();
    await expectGood('search-or-jump');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/connectors\/[^/]+\/edit\/definition\?operation=ListInvoices/);
    await page.getByRole('textbox', { name: 'Summary' }).waitFor();
    await page.keyboard.press('Control+k');
    await field.fill('invoice conn');
    await page.getByRole('option', { name: /^Invoice connection/ }).click();
    await page.waitForURL(/\/connections\?q=Invoice/);
    await page.getByRole('row', { name: /Invoice connection/ }).waitFor();
  });

  test('keeps the rest of a page usable when one region cannot be loaded', async () => {
    await page.route('**/api/trpc/**', (route) => route.abort());
    await workspace.visit('/flows');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await expectGood('error-state').finally(() => page.unroute('**/api/trpc/**'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Email invoice list' }).first().waitFor();
    // The refused requests are this story's own doing.
    workspace.forgive(/net::ERR_FAILED/);
  });

  test('fits a small window', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const [run] = (
      await ask<{ runs: { id: string }[] }>(page, 'runs.list', { flowId: listFlow, status: 'Failed' })
    ).runs;
    for (const [path, name] of [
      ['/', 'small-home'],
      [`/flows/${listFlow}`, 'small-run-history'],
      [`/flows/${listFlow}/runs/${run?.id}`, 'small-run-failed'],
    ] as const) {
      await workspace.visit(path);
      await page
        .getByRole('main')
        .getByText(/Failed|Email invoice list/)
        .first()
        .waitFor();
      await expectGood(name);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('met no console error', () => {
    expect(workspace.complaints).toEqual([]);
  });
});
