// Work in the designer: steps dragged, added, renamed, moved through and deleted; branches and loops built and run; code
// and settings that reach the definition.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFaults } from '../support/axe';
import { keepFailures, takeScreens } from '../support/screens';
import {
  ask,
  call,
  compose,
  makeFlow,
  makeObjects,
  type Objects,
  openWorkspace,
  type Workspace,
} from './workspace';

interface Step {
  type: string;
  runAfter?: Record<string, string[]>;
  inputs?: unknown;
  actions?: Record<string, Step>;
  else?: { actions: Record<string, Step> };
}

let workspace: Workspace;
let objects: Objects;
let page: Page;
let flow = '';
const faults: string[] = [];

const card = (title: string) => page.getByRole('button', { name: new RegExp(`^${title}, (step|.*inside)`) });
const palette = () => page.getByRole('complementary', { name: 'Steps to add' });
const popover = () => page.getByRole('dialog', { name: 'Add a step' });

/** Opens the designer of a new flow with these actions. */
async function open(name: string, actions: Parameters<typeof makeFlow>[2]['actions']): Promise<void> {
  flow = await makeFlow(page, objects, { name, actions });
  await workspace.visit(`/flows/${flow}/edit`);
  await page.getByRole('button', { name: 'New step', exact: true }).waitFor();
}

/** The actions of the draft as the server has them. */
async function stored(): Promise<Record<string, Step>> {
  const { definitionText } = await ask<{ definitionText: string }>(page, 'flows.get', { id: flow });
  return JSON.parse(definitionText).actions;
}

/** Names of the draft's top steps with what each waits for. */
async function order(): Promise<Record<string, string[]>> {
  return Object.fromEntries(
    Object.entries(await stored()).map(([name, step]) => [name, Object.keys(step.runAfter ?? {})]),
  );
}

/** Searches where `area` lets one search, and adds the first step found. */
async function pick(area: Locator, label: string): Promise<void> {
  await area.getByRole('searchbox', { name: 'Search steps' }).fill(label);
  await area
    .getByRole('button', { name: new RegExp(`^${label}`) })
    .first()
    .click();
}

beforeAll(async () => {
  workspace = await openWorkspace();
  page = workspace.page;
  objects = await makeObjects(workspace);
});

afterAll(() => workspace?.close());
keepFailures(() => page);

describe('Steps on the canvas', () => {
  test('are dragged from the palette onto a line and onto empty canvas', async () => {
    await open('Drag', { First: compose('1'), Last: compose('2', 'First') });
    await palette().getByRole('searchbox').fill('compose');
    const row = palette().getByRole('button', { name: /^Compose/ });
    await row.dragTo(page.getByRole('button', { name: 'Insert a new step between First and Last' }));
    await card('Compose').waitFor();
    await expect.poll(order).toEqual({ First: [], Compose: ['First'], Last: ['Compose'] });
    await row.dragTo(page.locator('.react-flow__pane'), { targetPosition: { x: 60, y: 60 } });
    await page.getByText('Added after Last.').first().waitFor();
    await expect
      .poll(order)
      .toEqual({ First: [], Compose: ['First'], Last: ['Compose'], Compose_2: ['Last'] });
  });

  test('are added by + on a line, + New step, Enter on a palette row and N', async () => {
    await open('Add', { First: compose('1'), Last: compose('2', 'First') });
    await page
      .getByRole('button', { name: 'Insert a new step between Manually trigger a flow and First' })
      .waitFor();
    await page.getByRole('button', { name: 'Insert a new step between First and Last' }).click();
    await pick(popover(), 'Scope');
    await expect.poll(order).toEqual({ First: [], Scope: ['First'], Last: ['Scope'] });
    await page.getByRole('button', { name: 'New step', exact: true }).click();
    await pick(popover(), 'Terminate');
    await expect.poll(async () => (await order()).Terminate).toEqual(['Last']);
    await card('First').click();
    await palette().getByRole('searchbox').fill('compose');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(order).toMatchObject({ Compose: ['First'], Scope: ['Compose'] });
    await card('Last').focus();
    await page.keyboard.press('n');
    await pick(popover(), 'Compose');
    await expect.poll(order).toMatchObject({ Compose_2: ['Last'], Terminate: ['Compose_2'] });
  });

  test('are renamed with their references, deleted, and taken back', async () => {
    await open('Rename', { First: compose('1'), Last: compose("@outputs('First')", 'First') });
    await card('First').focus();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Step name' }).fill('The beginning');
    await page.keyboard.press('Enter');
    await expect.poll(async () => JSON.stringify(await stored())).toContain("outputs('The_beginning')");
    expect(await order()).toEqual({ The_beginning: [], Last: ['The_beginning'] });
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-step') === 'The_beginning');

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await card('Last').waitFor({ state: 'detached' });
    await expect.poll(order).toEqual({ The_beginning: [] });
    await page.keyboard.press('Control+z');
    await card('Last').waitFor();
    await page.keyboard.press('Control+y');
    await card('Last').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await card('Last').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await card('First').waitFor();
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await card('The beginning').waitFor();
    await expect.poll(order).toEqual({ The_beginning: [], Last: ['The_beginning'] });

    await card('Last').hover();
    await page.getByRole('button', { name: 'More for Last' }).first().click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Step name' }).fill('The end');
    await page.keyboard.press('Enter');
    await expect.poll(order).toEqual({ The_beginning: [], The_end: ['The_beginning'] });
  });

  test('are walked through with the arrow keys; an added step asks for the focus only once', async () => {
    await open('Walk', { First: compose('1'), Last: compose('2', 'First') });
    await page.getByRole('button', { name: 'New step', exact: true }).click();
    await pick(popover(), 'Compose');
    await page.getByRole('textbox', { name: 'Inputs' }).and(page.locator(':focus')).waitFor();
    await card('Last').focus();
    for (const [key, name] of [
      ['ArrowUp', 'First'],
      ['ArrowDown', 'Last'],
      ['End', 'Compose'],
      ['Home', 'manual'],
    ] as const) {
      await page.keyboard.press(key);
      await page.waitForTimeout(150);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-step'))).toBe(name);
    }
  });
});

describe('Branches, loops and variables', () => {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });

  async function write(name: string, text: string): Promise<void> {
    await field(name).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  }

  async function choose(name: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name }).click();
    await page.getByRole('option', { name: option }).first().click();
  }

  /** Presses what asks for a step, and adds one. */
  async function add(button: Locator, label: string): Promise<void> {
    await button.click();
    await pick(popover(), label);
  }

  const newStep = () => page.getByRole('button', { name: 'New step', exact: true });
  const inside = (where: string) =>
    page.getByRole('button', { name: `Add a step inside ${where}`, exact: true });

  test('are built on the canvas', async () => {
    await open('Branches', {});
    await add(newStep(), 'Initialize variable');
    await write('Name', 'total');
    await choose('Type', 'Integer');
    await write('Value', '0');
    await add(newStep(), 'Condition');
    await write('Left value', '1');
    await write('Right value', '1');
    await add(inside('Condition, Yes'), 'Increment variable');
    await choose('Name', 'total');
    await add(inside('Condition, No'), 'Compose');
    await write('Inputs', 'not this way');
    await add(newStep(), 'Apply to each');
    await write('Select an output from previous steps', '[1, 2, 3]');
    await add(inside('Apply to each'), 'Increment variable');
    await choose('Name', 'total');
    await add(newStep(), 'Scope');
    await add(inside('Scope'), 'Compose');
    await write('Inputs', 'all counted');
    await card('Condition').hover();
    await page.getByRole('button', { name: 'More for Condition' }).first().click();
    await page.getByRole('menuitem', { name: 'Add a parallel branch' }).click();
    await pick(popover(), 'Compose');
    await write('Inputs', 'beside');
    await expect.poll(stored).toMatchObject({
      Initialize_variable: { inputs: { variables: [{ name: 'total', type: 'integer', value: 0 }] } },
      Condition: {
        runAfter: { Initialize_variable: ['Succeeded'] },
        actions: { Increment_variable: { inputs: { name: 'total' } } },
        else: { actions: { Compose: { inputs: 'not this way' } } },
      },
      Apply_to_each: {
        runAfter: { Condition: ['Succeeded'] },
        actions: { Increment_variable_2: { inputs: { name: 'total' } } },
      },
      Scope: { actions: { Compose_2: {} } },
      Compose_3: { runAfter: { Condition: ['Succeeded'] }, inputs: 'beside' },
    });
    await page.getByText('Saved').first().waitFor();
    faults.push(...(await takeScreens(page, 'designer-branches')));
  });

  test('run at once by Ctrl Enter, since the flow asks for nothing and has no mistakes', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Enter');
    const bar = page.getByRole('region', { name: 'Run', exact: true });
    await bar.getByText('Succeeded').first().waitFor();
    await card('Compose 3').waitFor();
    await page.getByRole('button', { name: /^Compose 2, step .*succeeded/ }).click();
    await page.getByText('all counted').first().waitFor();
    await page.getByRole('button', { name: /^Compose, step .*skipped/ }).waitFor();
  });

  test('open the Run pane by Ctrl Enter while something is wrong', async () => {
    await add(newStep(), 'Compose');
    await card('Compose 4').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: 'Run flow' }).waitFor();
    await page.getByRole('region', { name: 'Run flow' }).getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: /flow checker/i }).click();
    await page.getByRole('button', { name: /Go to/ }).first().waitFor();
    faults.push(...(await takeScreens(page, 'designer-checker')));
    await page.getByRole('button', { name: 'Go to field' }).first().click();
    await field('Inputs').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('/');
    await page.getByRole('dialog', { name: 'Insert into Inputs' }).getByRole('option').first().waitFor();
    faults.push(...(await takeScreens(page, 'designer-picker')));
    await page.keyboard.press('Escape');
  });
});

describe('Code and settings', () => {
  async function writeCode(name: string, text: string): Promise<void> {
    await page.getByRole('textbox', { name }).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  }

  const definition = async () => {
    const { definitionText } = await ask<{ definitionText: string }>(page, 'flows.get', { id: flow });
    return JSON.parse(definitionText);
  };

  test('change the canvas by the code of the flow; a broken text keeps what was valid', async () => {
    await open('Code', {
      List_Invoices: call(objects, 'ListInvoices', {}),
      First: compose('1', 'List_Invoices'),
    });
    const now = await definition();
    await page.getByRole('radio', { name: 'Code' }).click();
    now.actions.Second = compose('2', 'First');
    await writeCode('Definition of the flow', JSON.stringify(now, undefined, 2));
    await expect.poll(order).toMatchObject({ Second: ['First'] });
    await writeCode('Definition of the flow', '{ "actions": ');
    await page.getByText('The canvas shows the last valid version.').waitFor();
    faults.push(...(await takeScreens(page, 'designer-code')));
    await page.getByRole('radio', { name: 'Canvas' }).click();
    await card('Second').waitFor();
    expect(Object.keys(await stored())).toEqual(['List_Invoices', 'First', 'Second']);
  });

  test('change one step by its Code tab', async () => {
    await card('Second').click();
    await page.getByRole('tab', { name: 'Code' }).click();
    await writeCode('JSON of Second', '{ "type": ');
    await page.getByText(/Invalid JSON/).waitFor();
    await writeCode('JSON of Second', JSON.stringify(compose('changed', 'First')));
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await expect.poll(async () => (await stored()).Second?.inputs).toBe('changed');
  });

  test('say in the definition when a step runs and how often a call is tried', async () => {
    await card('First').click();
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('checkbox', { name: 'has failed' }).click();
    await page.getByRole('checkbox', { name: 'is successful' }).click();
    await expect.poll(async () => (await stored()).First?.runAfter).toEqual({ List_Invoices: ['Failed'] });
    await page.getByText('after failed').waitFor();
    await card('List Invoices').click();
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('combobox', { name: 'Retry policy' }).click();
    await page.getByRole('option', { name: /^Fixed interval/ }).click();
    await page.getByRole('textbox', { name: 'Count' }).fill('7');
    await expect
      .poll(async () => (await stored()).List_Invoices?.inputs)
      .toMatchObject({ retryPolicy: { type: 'fixed', count: 7, interval: 'PT10S' } });
    expect(await page.getByText('may run twice').count()).toBe(0);
  });

  test('say on the card of a write that it may run twice', async () => {
    await open('Pay often', { Pay_Invoice: call(objects, 'PayInvoice', { id: '1934', amount: 10 }) });
    await card('Pay Invoice').click();
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('combobox', { name: 'Retry policy' }).click();
    await page.getByRole('option', { name: /^Fixed interval/ }).click();
    await page.getByRole('button', { name: /^Pay Invoice, step 2.*, may run twice/ }).waitFor();
    faults.push(...(await takeScreens(page, 'step-may-run-twice')));
  });
});

test('None of this met a console error, nor a serious accessibility fault', async () => {
  faults.push(...(await seriousFaults(page)));
  expect(faults).toEqual([]);
  expect(workspace.complaints).toEqual([]);
});
