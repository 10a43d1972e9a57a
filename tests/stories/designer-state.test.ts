// What the designer says of a draft and what it keeps: live or edited, refused and why, stored by another window, typed in
// a window that is gone, given up and taken back.
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepFailures, takeScreens } from '../support/screens';
import {
  ask,
  call,
  change,
  compose,
  listen,
  makeFlow,
  makeObjects,
  type Objects,
  openWorkspace,
  type Workspace,
} from './workspace';

interface StoredFlow {
  revision: number;
  version: number;
  edited: boolean;
  definitionText: string;
  references: Record<string, { apiId: string; connectionId?: string }>;
}

let workspace: Workspace;
let objects: Objects;
let page: Page;
let flow = '';
const faults: string[] = [];

const chip = (text: string) => page.getByRole('banner').getByText(text, { exact: true });
const saved = () => page.getByRole('banner').getByText(/^Saved \d/);
const card = (title: string) => page.getByRole('button', { name: new RegExp(`^${title}, step`) });
const bar = (text: string | RegExp) => page.getByRole('main').getByRole('status').filter({ hasText: text });
const inputs = (of = page) => of.getByRole('textbox', { name: 'Inputs' });
const stored = () => ask<StoredFlow>(page, 'flows.get', { id: flow });
const storedInputs = async () => JSON.parse((await stored()).definitionText).actions.First.inputs;

async function visit(path: string, on = page): Promise<void> {
  await on.goto(`${workspace.product.url}${path}`);
}

/** Opens the designer of a new flow with one Compose, selected. */
async function open(name: string): Promise<void> {
  flow = await makeFlow(page, objects, { name, actions: { First: compose('one') } });
  await visit(`/flows/${flow}/edit?action=First`);
  await inputs().waitFor();
}

async function write(text: string, on = page): Promise<void> {
  await inputs(on).click();
  await on.keyboard.press('ControlOrMeta+a');
  await on.keyboard.insertText(text);
}

/** Stores a draft as another window would. */
async function changeElsewhere(text: string): Promise<void> {
  const { revision, definitionText, references } = await stored();
  const definition = JSON.parse(definitionText);
  definition.actions.First.inputs = text;
  await change(page, 'flows.saveDraft', {
    id: flow,
    revision,
    references,
    definitionText: JSON.stringify(definition),
  });
}

async function secondWindow(): Promise<Page> {
  const other = await workspace.context.newPage();
  listen(other, workspace.complaints);
  await visit(`/flows/${flow}/edit?action=First`, other);
  await inputs(other).waitFor();
  return other;
}

/** Complaints that a story provokes on purpose are not the product's. */
const saveCalls = '**/api/trpc/flows.saveDraft**';

beforeAll(async () => {
  workspace = await openWorkspace();
  page = workspace.page;
  objects = await makeObjects(workspace);
});
afterAll(() => workspace?.close());
keepFailures(() => page);

describe('A live flow', () => {
  test('is a draft as soon as it is edited, stays one when that is stored, and is live again by Save or Undo', async () => {
    await open('Live or draft');
    await chip('Live').waitFor();
    await write('two');
    await chip('Draft').waitFor();
    await saved().waitFor();
    await expect.poll(storedInputs).toBe('two');
    await chip('Draft').waitFor();
    await page.keyboard.press('Control+s');
    await chip('Live').waitFor();
    expect(await stored()).toMatchObject({ version: 2, edited: false });
    await write('three');
    await expect.poll(storedInputs).toBe('three');
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await chip('Live').waitFor();
    await page.reload();
    await chip('Live').waitFor();
  });

  test('gives its draft up by Discard draft, and has it back by Undo', async () => {
    await open('Discard');
    await page.getByRole('button', { name: 'More for this flow' }).click();
    await page
      .getByRole('menuitem', { name: 'Discard draft' })
      .and(page.locator('[data-disabled]'))
      .waitFor();
    await page.keyboard.press('Escape');
    await write('given up');
    await chip('Draft').waitFor();
    await page.getByRole('button', { name: 'More for this flow' }).click();
    await page.getByRole('menuitem', { name: 'Discard draft' }).click();
    await page.getByText('The draft was discarded. This is version 1.').first().waitFor();
    await chip('Live').waitFor();
    expect(await storedInputs()).toBe('one');
    await page.getByRole('listitem').getByRole('button', { name: 'Undo' }).click();
    await chip('Draft').waitFor();
    await expect.poll(storedInputs).toBe('given up');
  });
});

describe('Save', () => {
  test('refuses a flow whose connection was deleted meanwhile, and says so where the eye is', async () => {
    const { id: gone } = await change<{ id: string }>(page, 'connections.create', {
      connectorId: objects.connectorId,
      name: 'Soon gone',
      values: { api_key: workspace.api.key },
    });
    const actions = { First: compose('one'), List_Invoices: call(objects, 'ListInvoices', {}, 'First') };
    flow = await makeFlow(page, { ...objects, connectionId: gone }, { name: 'Connection gone', actions });
    await visit(`/flows/${flow}/edit?action=First`);
    await write('two');
    await expect.poll(storedInputs).toBe('two');
    await change(page, 'connections.remove', { id: gone, confirm: true });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await bar('1 error to correct before this flow goes live. The draft is kept.').waitFor();
    await page.getByText('The connection of this step was deleted. Choose another one.').waitFor();
    faults.push(...(await takeScreens(page, 'designer-save-refused')));
    expect((await stored()).version).toBe(1);
    await page.getByRole('button', { name: 'Go to step' }).click();
    await page.getByRole('button', { name: 'This connection is gone' }).click();
    await page
      .getByRole('menuitemcheckbox', { name: 'Invoice connection' })
      .or(page.getByRole('menuitem', { name: 'Invoice connection' }))
      .click();
    await bar('1 error to correct').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await bar('Your flow is ready to go.').waitFor();
    expect((await stored()).version).toBe(2);
  });

  test('makes the address of an HTTP trigger, which is there at once', async () => {
    const { id } = await change<{ id: string }>(page, 'flows.create', { name: 'Hook', trigger: 'http' });
    flow = id;
    await visit(`/flows/${flow}/edit`);
    await page.getByText('The address is made when the flow is saved.').waitFor();
    await page.getByRole('button', { name: 'New step', exact: true }).click();
    const popover = page.getByRole('dialog', { name: 'Add a step' });
    await popover.getByRole('searchbox').fill('compose');
    await page.keyboard.press('Enter');
    await inputs().click();
    await page.keyboard.insertText('x');
    await saved().waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await bar('Your flow is ready to go.').waitFor();
    await page.getByRole('button', { name: /^When an HTTP request is received, step/ }).click();
    await page
      .getByText(/\/hooks\//)
      .first()
      .waitFor();
  });

  test('shows what another window stored first instead of making it live unseen', async () => {
    await open('Newer');
    await changeElsewhere('from elsewhere');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await bar('This is its newest version, and nothing was made live.').waitFor();
    await inputs().getByText('from elsewhere').waitFor();
    expect((await stored()).version).toBe(1);
    await page.getByRole('button', { name: 'Save this one' }).click();
    await bar('Your flow is ready to go.').waitFor();
    expect(await stored()).toMatchObject({ version: 2, edited: false });
    workspace.forgive(/409/);
  });
});

describe('A draft that the server refuses', () => {
  test('says why, is not sent again by itself, and is stored once that is mended', async () => {
    flow = await makeFlow(page, objects, {
      name: 'Refused',
      actions: { List_Invoices: call(objects, 'ListInvoices', {}) },
    });
    const { id: gone } = await change<{ id: string }>(page, 'connections.create', {
      connectorId: objects.connectorId,
      name: 'Deleted elsewhere',
      values: { api_key: workspace.api.key },
    });
    await visit(`/flows/${flow}/edit?action=List_Invoices`);
    await page.getByRole('button', { name: 'Invoice connection' }).click();
    await page.getByRole('menuitem', { name: 'Deleted elsewhere' }).waitFor();
    await change(page, 'connections.remove', { id: gone, confirm: true });
    let sent = 0;
    page.on('request', (request) => {
      if (request.url().includes('flows.saveDraft')) sent += 1;
    });
    await page.getByRole('menuitem', { name: 'Deleted elsewhere' }).click();
    await bar(
      'Not saved. A connection that this flow names does not exist. The draft is kept in this browser.',
    ).waitFor();
    await chip('Not saved').waitFor();
    faults.push(...(await takeScreens(page, 'designer-draft-refused')));
    await page.waitForTimeout(3_000);
    expect(sent).toBe(1);
    await page.getByRole('button', { name: 'Show the steps' }).click();
    await page.getByText('The connection of this step was deleted.').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await saved().waitFor();
    await bar('Not saved.').waitFor({ state: 'detached' });
    workspace.forgive(/404/);
  });
});

describe('A connector that cannot be loaded again', () => {
  test('leaves the flow open, with all that is in it', async () => {
    const text = await (await fetch(`${workspace.api.url}/swagger.json`)).text();
    await change(page, 'connectors.createFromFile', { fileName: 'a.json', text, name: 'Other books' });
    await open('Stays');
    const palette = page.getByRole('complementary', { name: 'Steps to add' });
    await palette.getByRole('searchbox').fill('other books list webhooks');
    await page.keyboard.press('Enter');
    await card('List Webhooks').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await expect.poll(async () => (await stored()).definitionText).toContain('List_Webhooks');
    await page.route('**/api/trpc/**forDesigner**', (route) => route.abort());
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForTimeout(4_000);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForTimeout(2_000);
    await card('List Webhooks').waitFor();
    await page.unroute('**/api/trpc/**forDesigner**');
    workspace.forgive(/net::ERR_FAILED/);
  });
});

describe('What was typed', () => {
  test('is known as this window’s own after a reload in the middle of its save', async () => {
    await open('In flight');
    const reached = new Promise<void>((resolve) => {
      const takeAnswer = async (route: Route) => {
        await route.fetch();
        resolve();
      };
      void page.route(saveCalls, takeAnswer, { times: 1 });
    });
    await write('two');
    await reached;
    await write('two and more');
    await page.waitForTimeout(200);
    await page.reload();
    await inputs().getByText('two and more', { exact: true }).waitFor();
    await saved().waitFor();
    await expect.poll(storedInputs).toBe('two and more');
    expect(await bar(/changed/).count()).toBe(0);
    workspace.forgive(/409|net::ERR/);
  });

  test('in a window that is gone is offered in the next one, and given up or used as decided', async () => {
    await open('Closed window');
    const other = await secondWindow();
    await other.route(saveCalls, (route) => route.abort());
    await write('typed there', other);
    await other
      .getByText(/Not saved/)
      .first()
      .waitFor();
    await other.close();
    workspace.forgive(/net::ERR_FAILED/);
    await changeElsewhere('stored since');
    await page.reload();
    await bar(/This browser kept 1 change from .*, made before the flow was changed elsewhere/).waitFor();
    faults.push(...(await takeScreens(page, 'designer-leftover')));
    await inputs().getByText('stored since').waitFor();
    await write('and typed here');
    await expect.poll(storedInputs).toBe('and typed here');
    await page.reload();
    await page.getByRole('button', { name: 'Use mine' }).click();
    await inputs().getByText('typed there').waitFor();
    await expect.poll(storedInputs).toBe('typed there');
    await page.reload();
    await inputs().getByText('typed there').waitFor();
    expect(await bar('This browser kept').count()).toBe(0);
  });

  test('in an open window is its own matter: neither window gets the other’s', async () => {
    await open('Two windows');
    const other = await secondWindow();
    await other.route(saveCalls, (route) => route.abort());
    await write('typed there', other);
    await other
      .getByText(/Not saved/)
      .first()
      .waitFor();
    await page.reload();
    await inputs().getByText('one', { exact: true }).waitFor();
    await page.waitForTimeout(500);
    expect(await bar('This browser kept').count()).toBe(0);
    await other.unroute(saveCalls);
    await other.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(storedInputs).toBe('typed there');
    await other.close();
    workspace.forgive(/net::ERR_FAILED/);
  });

  test('of the code that does not parse survives the canvas and a reload; what does is there at once', async () => {
    await open('Code');
    await page.getByRole('radio', { name: 'Code' }).click();
    const editor = page.getByRole('textbox', { name: 'Definition of the flow' });
    await editor.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('{ "triggers": {}, "act');
    await page.getByRole('radio', { name: 'Canvas' }).click();
    await card('First').waitFor();
    await page.getByRole('radio', { name: 'Code' }).click();
    await page.getByText('The canvas shows the last valid version.').waitFor();
    await page.reload();
    await editor.getByText('{ "triggers": {}, "act').waitFor();
    await page.getByRole('button', { name: 'Give up this text' }).click();
    await editor.getByText('"First"').waitFor();
    const { definitionText } = await stored();
    await editor.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(definitionText.replace('"one"', '"in the last moment"'));
    await page.reload();
    await editor.getByText('"in the last moment"').waitFor();
    await expect.poll(storedInputs).toBe('in the last moment');
  });

  test('as the name of a new flow is there again after a reload', async () => {
    await visit('/flows?new=instant');
    await page.getByRole('textbox', { name: 'Flow name' }).fill('Half a na');
    await page.reload();
    await expect.poll(() => page.getByRole('textbox', { name: 'Flow name' }).inputValue()).toBe('Half a na');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await visit('/flows?new=instant');
    expect(await page.getByRole('textbox', { name: 'Flow name' }).inputValue()).toBe('');
  });
});

test('None of this met a console error of its own, nor a serious accessibility fault', () => {
  expect(workspace.complaints).toEqual([]);
  expect(faults).toEqual([]);
});
