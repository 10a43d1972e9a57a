// Loops of a run on screen: nested ones, concurrent ones and those of a failed run, in each of their iterations.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clippedTexts } from '../support/clipped';
import { keepFailures, takeScreens } from '../support/screens';
import {
  call,
  change,
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

beforeAll(async () => {
  workspace = await openWorkspace();
  page = workspace.page;
  objects = await makeObjects(workspace);
});

afterAll(() => workspace?.close());
keepFailures(() => page);

const card = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}, (step|.*inside)`) });
const field = (loop: string) => page.getByRole('textbox', { name: new RegExp(`^Iteration of ${loop},`) });

/** The number in the first pager of a loop: the one on its card. */
function shownOf(loop: string): Promise<string> {
  return field(loop).first().inputValue();
}

async function expectGood(name: string): Promise<void> {
  expect(await takeScreens(page, name)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
}

describe('A failed run with a loop in a loop', () => {
  let address = '';
  beforeAll(async () => {
    const orders = Array.from({ length: 34 }, (_, index) => (index % 11 === 7 ? [1, 0, 2] : [4, 5]));
    const divide = { type: 'Compose', inputs: '@div(100, item())', runAfter: {} };
    const flow = await makeFlow(page, objects, {
      name: 'Divide orders',
      actions: {
        Orders: {
          type: 'Foreach',
          foreach: orders,
          actions: {
            Lines: { type: 'Foreach', foreach: '@item()', actions: { Divide: divide }, runAfter: {} },
          },
          runAfter: {},
        },
      },
    });
    address = `${workspace.product.url}/flows/${flow}/runs/${await runToEnd(page, flow)}`;
  });

  test('opens on the first iteration that failed, at the step inside that failed', async () => {
    await page.goto(address);
    await page.getByText('Divide failed in iteration 2 of Lines, in iteration 8 of Orders (0)').waitFor();
    await page.getByRole('region', { name: 'Step Divide' }).waitFor();
    await card('Divide')
      .and(page.getByRole('button', { name: /failed/ }))
      .waitFor();
    expect([await shownOf('Orders'), await shownOf('Lines')]).toEqual(['8', '2']);
    await page.getByRole('img', { name: '34 iterations: 31 succeeded, 3 failed' }).waitFor();
    await expectGood('run-failed-in-loop');
  });

  test('goes on to the next iteration that failed, and keeps inner iterations apart', async () => {
    await page.getByRole('button', { name: 'Next failed' }).first().click();
    expect([await shownOf('Orders'), await shownOf('Lines')]).toEqual(['19', '1']);
    await page.getByRole('button', { name: 'Next iteration of Orders' }).first().click();
    await page
      .getByText(/^of 2$/)
      .first()
      .waitFor();
    await field('Orders').first().click();
    await page.keyboard.type('8');
    await page.keyboard.press('Enter');
    expect([await shownOf('Orders'), await shownOf('Lines')]).toEqual(['8', '2']);
    await page
      .getByText(/^of 3$/)
      .first()
      .waitFor();
  });

  test('stands where it stood after a reload, and is opened whole by its address', async () => {
    await field('Lines').first().click();
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Step Divide' }).getByText('50').first().waitFor();
    expect(new URL(page.url()).searchParams.get('iter')).toBe('Orders:7/Lines:2');
    await page.reload();
    await page.getByRole('region', { name: 'Step Divide' }).getByText('50').first().waitFor();
    expect([await shownOf('Orders'), await shownOf('Lines')]).toEqual(['8', '3']);
  });

  test('gives the value of an iteration as a file', async () => {
    await page.getByRole('button', { name: 'Show raw outputs' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString()).toBe('50');
    await page.getByRole('button', { name: 'Close' }).last().click();
  });

  test('shows what happened when Enter is pressed on a card', async () => {
    await card('Divide').focus();
    await page.keyboard.press('Enter');
    await card('Lines').click();
    await page.getByRole('tab', { name: 'Run', selected: true }).waitFor();
  });
});

describe('A loop that works on several items at once', () => {
  test('shows its newest iteration while it goes on, also to who comes later, and each one afterwards', async () => {
    const flow = await makeFlow(page, objects, {
      name: 'List at once',
      actions: {
        Numbers: {
          type: 'Foreach',
          foreach: '@range(1, 12)',
          runtimeConfiguration: { concurrency: { repetitions: 5 } },
          actions: { List: call(objects, 'ListInvoices', {}) },
          runAfter: {},
        },
      },
    });
    workspace.gate.hold('/ListInvoices', 3);
    const { runId } = await change<{ runId: string }>(page, 'runs.start', { flowId: flow });
    await workspace.gate.held();
    await page.goto(`${workspace.product.url}/flows/${flow}/runs/${runId}`);
    await page.getByRole('button', { name: /^List, step 3.*in progress/ }).waitFor();
    await page.getByRole('img', { name: '12 iterations: 3 succeeded, 5 in progress' }).waitFor();
    expect(await shownOf('Numbers')).toBe('8');
    await expectGood('run-live-concurrent');
    workspace.gate.release();
    await waitForRun(page, runId, (status) => status === 'Succeeded');
    await page.getByRole('img', { name: '12 iterations: 12 succeeded' }).waitFor();
    for (const index of [12, 1, 7]) {
      await field('Numbers').first().fill(String(index));
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^List, step 3.*succeeded/ }).waitFor();
    }
  });
});

describe('A loop of 10,000 items', () => {
  test('opens within a second and shows any of them', async () => {
    const flow = await makeFlow(page, objects, {
      name: 'Ten thousand',
      actions: {
        Each: {
          type: 'Foreach',
          foreach: '@range(0, 10000)',
          actions: { Say: { type: 'Compose', inputs: '@item()', runAfter: {} } },
          runAfter: {},
        },
        After: { type: 'Compose', inputs: 'x', runAfter: runAfter(['Each']) },
      },
    });
    const runId = await runToEnd(page, flow);
    await page.goto(`${workspace.product.url}/flows/${flow}`);
    await page.getByRole('row').nth(1).waitFor();
    const begun = Date.now();
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('button', { name: /^Say, step 3.*succeeded/ }).waitFor();
    console.log(`a run of 10,000 repetitions: open after ${Date.now() - begun} ms (aim 1000 ms)`);
    expect(page.url()).toContain(runId);
    await field('Each').first().fill('9876');
    await page.keyboard.press('Enter');
    await card('Say').click();
    await page.getByRole('region', { name: 'Step Say' }).getByText('9875').first().waitFor();
    expect(workspace.complaints).toEqual([]);
  });
});
