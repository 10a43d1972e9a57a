// Steps moved by keys and menu, carried over the clipboard, and found among thousands.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  type Workspace,
} from './workspace';

interface Step {
  inputs?: { host?: { connectionName: string } };
  runAfter?: Record<string, string[]>;
  actions?: Record<string, Step>;
}

let workspace: Workspace;
let objects: Objects;
let page: Page;
let flow = '';
const faults: string[] = [];

const card = (title: string) => page.getByRole('button', { name: new RegExp(`^${title}, (step|.*inside)`) });
const palette = () => page.getByRole('complementary', { name: 'Steps to add' });

async function open(name: string, actions: Parameters<typeof makeFlow>[2]['actions']): Promise<void> {
  flow = await makeFlow(page, objects, { name, actions });
  await page.goto(`${workspace.product.url}/flows/${flow}/edit`);
  await page.getByRole('button', { name: 'New step', exact: true }).waitFor();
}

const stored = () => ask<{ definitionText: string; references: object }>(page, 'flows.get', { id: flow });

async function actions(): Promise<Record<string, Step>> {
  return JSON.parse((await stored()).definitionText).actions;
}

/** Names of the draft's top steps with what each waits for. */
async function order(): Promise<Record<string, string[]>> {
  return Object.fromEntries(
    Object.entries(await actions()).map(([name, step]) => [name, Object.keys(step.runAfter ?? {})]),
  );
}

beforeAll(async () => {
  workspace = await openWorkspace();
  page = workspace.page;
  objects = await makeObjects(workspace);
});
afterAll(() => workspace?.close());
keepFailures(() => page);

describe('A step', () => {
  test('moves up, down, into a container and out by Alt with an arrow, and keeps the focus', async () => {
    await open('Move', {
      A: compose('1'),
      B: compose('2', 'A'),
      Group: { type: 'Scope', actions: { In: compose('3') }, runAfter: runAfter(['B']) },
    });
    await card('B').click();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(order).toEqual({ B: [], A: ['B'], Group: ['A'] });
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-step') === 'B');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(order).toEqual({ A: [], B: ['A'], Group: ['B'] });
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(async () => Object.keys((await actions()).Group?.actions ?? {})).toEqual(['B', 'In']);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(order).toEqual({ A: [], Group: ['A'], B: ['Group'] });
    expect(page.url()).toContain('/edit');
  });

  test('stays where another one needs it, and the menu says who', async () => {
    await open('Refuse', { Get_it: compose('1'), Send_it: compose("@outputs('Get_it')", 'Get_it') });
    await card('Get it').click();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('“Send it” uses “Get it”, which has to come before it.').first().waitFor();
    await card('Send it').hover();
    await page.getByRole('button', { name: 'More for Send it' }).first().click();
    const up = page.getByRole('menuitem', { name: /^Move up/ });
    await up.getByText('“Send it” uses “Get it”').waitFor();
    await page
      .getByRole('menuitem', { name: /^Move down/ })
      .getByText('This step is the last here.')
      .waitFor();
    faults.push(...(await takeScreens(page, 'designer-step-menu')));
    await page.keyboard.press('Escape');
    expect(await order()).toEqual({ Get_it: [], Send_it: ['Get_it'] });
  });

  test('is copied into another flow with its inside, its references and a connection; cut and pasted in its own', async () => {
    await open('From', {
      Group: {
        type: 'Scope',
        actions: {
          List_Invoices: call(objects, 'ListInvoices', {}),
          Total: compose("@length(body('List_Invoices'))", 'List_Invoices'),
        },
      },
      End: compose('end', 'Group'),
    });
    await card('Group').click();
    await page.keyboard.press('ControlOrMeta+c');
    await open('To', { Total: compose('mine') });
    await card('Total').click();
    await page.keyboard.press('ControlOrMeta+v');
    await page.getByText('Pasted Group.').first().waitFor();
    await expect.poll(order).toEqual({ Total: [], Group: ['Total'] });
    const inside = (await actions()).Group?.actions;
    expect(inside).toMatchObject({ Total_2: { inputs: "@length(body('List_Invoices'))" } });
    const slot = inside?.List_Invoices?.inputs?.host?.connectionName ?? '';
    expect((await stored()).references).toEqual({
      [slot]: { apiId: objects.apiId, connectionId: objects.connectionId },
    });
    await page.keyboard.press('ControlOrMeta+x');
    await card('Group').waitFor({ state: 'detached' });
    await expect.poll(order).toEqual({ Total: [] });
    await expect.poll(async () => (await stored()).references).toEqual({});
    await page.keyboard.press('ControlOrMeta+v');
    await card('Group').waitFor();
    await expect
      .poll(async () => Object.values((await stored()).references))
      .toEqual([{ apiId: objects.apiId, connectionId: objects.connectionId }]);
  });

  test('says that what it uses is missing where it is pasted', async () => {
    await open('Uses', { A: compose('1'), B: compose("@outputs('A')", 'A') });
    await card('B').click();
    await page.keyboard.press('ControlOrMeta+c');
    await open('Has not', {});
    await card('Manually trigger a flow').click();
    await page.keyboard.press('ControlOrMeta+v');
    await page
      .getByText('Pasted B. 1 of its references leads nowhere here; the flow checker names them.')
      .first()
      .waitFor();
  });
});

describe('The Undo of a notice', () => {
  test('takes back what it is about, and nothing that came later', async () => {
    await open('Undo', { A: compose('1'), B: compose('2', 'A') });
    await card('B').click();
    await page.keyboard.press('Delete');
    await card('B').waitFor({ state: 'detached' });
    await card('A').click();
    await page.keyboard.press('ControlOrMeta+d');
    await card('A 2').waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Deleted B.' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await page.getByText('Something else was changed since.').first().waitFor();
    await card('A 2').waitFor();
  });
});

test('A deleted step that others use is deleted by name of those', async () => {
  await open('Used', {
    A: compose('1'),
    B: compose("@outputs('A')", 'A'),
    C: compose("@outputs('A')", 'B'),
  });
  await card('A').click();
  await page.keyboard.press('Delete');
  await page.getByText('Deleted A. B and 1 more step still use it.').first().waitFor();
  await page.getByRole('button', { name: /^Flow checker/ }).waitFor();
});

describe('A first connection that is not made', () => {
  test('takes back a step that was just added, and leaves an older one with all that is in it', async () => {
    const text = await (await fetch(`${workspace.api.url}/swagger.json`)).text();
    await change(page, 'connectors.createFromFile', { fileName: 'a.json', text, name: 'Other books' });
    flow = await makeFlow(page, objects, { name: 'Older step', actions: {} });
    const { revision, definitionText } = await ask<{ revision: number; definitionText: string }>(
      page,
      'flows.get',
      { id: flow },
    );
    const definition = JSON.parse(definitionText);
    definition.actions = { Old: call(objects, 'ListInvoices', { fromAmount: 5 }) };
    await change(page, 'flows.saveDraft', {
      id: flow,
      revision,
      definitionText: JSON.stringify(definition),
      references: { shared_contoso_invoicing: { apiId: objects.apiId } },
    });
    await page.goto(`${workspace.product.url}/flows/${flow}/edit?action=Old`);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
    await card('Old').waitFor();
    await palette().getByRole('searchbox').fill('other books add invoice');
    await page.keyboard.press('Enter');
    await card('Add Invoice').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await card('Add Invoice').waitFor({ state: 'detached' });
    await expect.poll(async () => Object.keys(await actions())).toEqual(['Old']);
  });
});

describe('Among more than 2,000 operations', () => {
  /** A definition with as many operations, of which one is called as nothing else. */
  function manyOperations(count: number, title: string): string {
    const operation = (index: number) => ({
      get: {
        operationId: `Read${title}${index}`,
        summary: index === 7 ? `Weigh the ${title} parcel` : `Read ${title} shelf ${index}`,
        description: `Reads shelf ${index} of the ${title} store.`,
        responses: { 200: { description: 'ok' } },
      },
    });
    const paths = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`/${title}/${index}`, operation(index)]),
    );
    return JSON.stringify({
      swagger: '2.0',
      info: { title, description: title, version: '1' },
      host: workspace.gate.host,
      schemes: ['http'],
      paths,
    });
  }

  test('the search of the server finds a step, by Enter at once, and the card is added', async () => {
    for (const title of ['North', 'South', 'East'])
      await change(page, 'connectors.createFromFile', {
        fileName: `${title}.json`,
        name: title,
        text: manyOperations(800, title),
      });
    const { total, entries } = await ask<{ total: number; entries?: object[] }>(page, 'connectors.palette');
    expect(total).toBeGreaterThan(2_400);
    expect(entries).toBeUndefined();
    await open('Many', { First: compose('1') });
    await card('First').click();
    await palette().getByRole('searchbox').click();
    await page.keyboard.type('weigh north');
    await page.keyboard.press('Enter');
    await card('Weigh the North parcel').waitFor();
    await expect.poll(order).toMatchObject({ Weigh_the_North_parcel: ['First'] });
  });

  test('a connector of the flow ranks first, and all of its results are shown and left again', async () => {
    const search = palette().getByRole('searchbox');
    await search.fill('shelf');
    const rows = palette().getByRole('button', { name: /^Read .* shelf/ });
    await expect.poll(() => rows.first().innerText()).toMatch(/Read North shelf/);
    faults.push(...(await takeScreens(page, 'designer-many-steps')));
    /** Goes to the end of the list, whose rows are drawn only where one looks. */
    const seeAll = async (name: string) => {
      await rows.first().hover();
      await page.mouse.wheel(0, 2_000);
      await palette().getByRole('button', { name }).click();
    };
    await seeAll('See all 800 of South');
    await palette().getByRole('button', { name: 'All results' }).waitFor();
    await expect.poll(() => rows.first().innerText()).toMatch(/Read South shelf/);
    await palette().getByRole('button', { name: 'All results' }).click();
    await expect.poll(() => rows.first().innerText()).toMatch(/Read North shelf/);
    await seeAll('See all 800 of East');
    await palette().getByRole('button', { name: 'All results' }).waitFor();
    await search.fill('shelf 79');
    await palette().getByRole('button', { name: 'All results' }).waitFor({ state: 'detached' });
    await palette()
      .getByRole('button', { name: /^Read .* shelf 79/ })
      .first()
      .click();
    await expect.poll(async () => Object.keys(await actions())).toHaveLength(3);
  });
});

describe('A flow without a trigger', () => {
  test('is offered the triggers that start runs, and takes one', async () => {
    flow = await makeFlow(page, objects, { name: 'No trigger', actions: { First: compose('1') } });
    const { revision, definitionText } = await ask<{ revision: number; definitionText: string }>(
      page,
      'flows.get',
      { id: flow },
    );
    const text = JSON.stringify({ ...JSON.parse(definitionText), triggers: {} });
    await change(page, 'flows.saveDraft', { id: flow, revision, definitionText: text, references: {} });
    await page.goto(`${workspace.product.url}/flows/${flow}/edit`);
    await palette().getByText('A trigger starts the flow. Choose one first.').waitFor();
    expect(await palette().getByRole('button').allInnerTexts()).toHaveLength(2);
    await palette()
      .getByRole('button', { name: /^Manually trigger a flow/ })
      .click();
    await card('Manually trigger a flow').waitFor();
    await palette().getByRole('radio', { name: 'Custom' }).waitFor();
  });
});

test('None of this met a console error, nor a serious accessibility fault', () => {
  expect(workspace.complaints).toEqual([]);
  expect(faults).toEqual([]);
});
