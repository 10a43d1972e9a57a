// Fields of the inspector, each kind of them: what is typed reaches the definition or stays where it was typed, what breaks
// a rule is said beside its field, and the checker leads to the very place.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepFailures, takeScreens } from '../support/screens';
import { type FieldsWorkspace, openFields } from './fields-workspace';
import { runAfter } from './workspace';

let fields: FieldsWorkspace;
let page: Page;
const faults: string[] = [];
const order = { id: '1', 'body/title': 'Desk' };
const actions = async () => (await fields.definition()).actions;

/** Presses what leads from a finding to its field. */
async function goTo(finding: string): Promise<void> {
  const panel = page.getByRole('region', { name: 'Findings of the checker' });
  if (!(await panel.isVisible())) await page.getByRole('button', { name: /flow checker/i }).click();
  const row = panel.getByRole('listitem').filter({ hasText: finding });
  await row.getByRole('button', { name: 'Go to field' }).click();
}

beforeAll(async () => {
  fields = await openFields();
  page = fields.page;
});

afterAll(() => fields?.workspace.close());
keepFailures(() => page);

describe('A field of every kind', () => {
  test('has its editor, its default and its place; the many can be filtered', async () => {
    await fields.open({ Put: fields.put({ ...order, rare: 'seldom' }) }, 'Put');
    await fields
      .field('Count')
      .getByText('3')
      .or(page.getByText('default', { exact: true }))
      .first()
      .waitFor();
    await page.getByRole('radio', { name: 'Not sent (Yes by default)' }).waitFor();
    await page.getByRole('combobox', { name: 'Status' }).getByText('Default (Open)').waitFor();
    await fields.field('Rare').waitFor();
    expect(await fields.field('Rarer').count()).toBe(0);
    faults.push(...(await takeScreens(page, 'fields-all')));
    await page.getByRole('searchbox', { name: 'Filter fields' }).fill('rarer');
    await fields.field('Rarer').fill('never');
    expect(await fields.field('Count').count()).toBe(0);
    await page.getByRole('searchbox', { name: 'Filter fields' }).fill('');
    await page.getByRole('radio', { name: 'No', exact: true }).click();
    await page.getByRole('combobox', { name: 'Size' }).click();
    await page.getByRole('option', { name: 'Large' }).click();
    await fields.write('Count', '7');
    await fields.write('When', '2026-01-31T08:00:00Z');
    await fields
      .inspector()
      .getByText(/Jan 31, 2026/)
      .waitFor();
    await expect
      .poll(() => fields.valueIn('Put', 'inputs', 'parameters'))
      .toEqual({
        ...order,
        rare: 'seldom',
        rarer: 'never',
        flag: false,
        size: 2,
        count: 7,
        when: '2026-01-31T08:00:00Z',
      });
  });

  test('takes another value than the ones to choose from, which is pointed out', async () => {
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Enter custom value' }).click();
    await fields.focused('Status');
    await page.keyboard.type('Parked');
    await fields.field('Title').click();
    await fields.inspector().getByText('“Parked” is none of the choices of Status.').waitFor();
    await expect.poll(() => fields.parameter('Put', 'status')).toBe('Parked');
    await page.getByRole('button', { name: 'Choose from the list' }).click();
    await expect.poll(() => fields.parameter('Put', 'status')).toBeUndefined();
  });

  test('shows lists as rows that are added, moved by Alt and arrows, and removed', async () => {
    await fields
      .inspector()
      .locator('[data-field="tags"]')
      .getByRole('button', { name: 'Add an item' })
      .click();
    await fields.focused('Tags 1');
    await page.keyboard.type('red');
    await fields
      .inspector()
      .locator('[data-field="tags"]')
      .getByRole('button', { name: 'Add another' })
      .click();
    await fields.focused('Tags 2');
    await page.keyboard.type('blue');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => fields.parameter('Put', 'tags')).toEqual(['blue', 'red']);
    await page
      .getByRole('button', { name: 'Move Tags 2', exact: true })
      .dragTo(page.getByRole('textbox', { name: 'Tags 1', exact: true }));
    await expect.poll(() => fields.parameter('Put', 'tags')).toEqual(['red', 'blue']);
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => fields.parameter('Put', 'tags')).toEqual(['blue', 'red']);
    await page.getByRole('button', { name: 'Remove Tags 1' }).click();
    await expect.poll(() => fields.parameter('Put', 'tags')).toEqual(['red']);
    await fields
      .inspector()
      .locator('[data-field="body/lines"]')
      .getByRole('button', { name: 'Add an item' })
      .click();
    await fields.focused('Text');
    await page.keyboard.type('Chair');
    await fields.write('Amount', '12.5');
    await page.getByRole('combobox', { name: 'Unit' }).click();
    await page.getByRole('option', { name: 'hour' }).click();
    await expect
      .poll(() => fields.parameter('Put', 'body/lines'))
      .toEqual([{ text: 'Chair', amount: 12.5, unit: 'hour' }]);
    await page.getByRole('button', { name: 'Lines 1 Chair', exact: true }).waitFor();
    faults.push(...(await takeScreens(page, 'fields-lists')));
  });

  test('takes a whole list instead, and names and values for a free object', async () => {
    await fields
      .inspector()
      .locator('[data-field="tags"]')
      .getByRole('button', { name: 'Use a whole list' })
      .click();
    await fields.write('Tags', '["a", "b"');
    await fields.field('Title').click();
    await fields
      .inspector()
      .getByText('Tags takes a list. “["a", "b"” is text that does not read as JSON.')
      .waitFor();
    await fields.write('Tags', "@createArray('a')");
    await fields.field('Title').click();
    await expect.poll(() => fields.parameter('Put', 'tags')).toBe("@createArray('a')");
    await page.getByRole('textbox', { name: 'Labels, name 1' }).fill('colour');
    await fields.write('Labels, value 1', 'red');
    await expect.poll(() => fields.parameter('Put', 'body/labels')).toEqual({ colour: 'red' });
    await page.getByRole('textbox', { name: 'Labels, name 2' }).fill('colour');
    await fields.inspector().getByText('Two rows are called “colour”. Only the last one is kept.').waitFor();
  });
});

describe('What breaks a rule', () => {
  test('is led to: rows of lists and conditions, parts of a body, settings', async () => {
    await fields.open(
      {
        Put: fields.put({ ...order, 'body/lines': [{ text: 'Desk', amount: 'many' }, { text: 'Chair' }] }),
        Check: {
          type: 'If',
          expression: {
            and: [{ equals: [1, 1] }, { or: [{ not: { contains: ["@outputs('Gone')", 'x'] } }] }],
          },
          actions: {},
          runAfter: runAfter(['Put']),
        },
        Ask: {
          type: 'Http',
          inputs: {
            method: 'GET',
            uri: 'https://a.example/',
            headers: { 'Content Type': 'a' },
            body: { a: { b: '@nowhere()' } },
            retryPolicy: { type: 'fixed', count: 'abc', interval: 'PT5S' },
          },
          limit: { timeout: 'forever' },
          runAfter: runAfter(['Check']),
        },
      },
      'Put',
    );
    await goTo('Lines 1 Amount takes a number');
    await fields.focused('Amount');
    await fields.inspector().getByText('Lines 1 Amount takes a number. “many” is not one.').waitFor();
    await goTo('which is not in this flow');
    await page.locator('[data-field="expression/and/1/or/0/not/contains/0"] :focus').waitFor();
    await fields.inspector().getByText('which is not in this flow').waitFor();
    await goTo('no function nowhere()');
    await fields.focused('Body');
    await fields.inspector().getByText('There is no function nowhere().').waitFor();
    await goTo('“Content Type” cannot be the name of a header.');
    await fields.field('Headers, name 1').and(page.locator(':focus')).waitFor();
    await goTo('Count takes a whole number');
    await fields.field('Count').and(page.locator(':focus')).waitFor();
    await fields
      .inspector()
      .getByText('Timeout takes a duration such as PT30S for 30 seconds. “forever” is not one.')
      .waitFor();
    faults.push(...(await takeScreens(page, 'fields-settings')));
    await page.getByRole('textbox', { name: 'Duration' }).fill('PT1M');
    await fields.inspector().getByText('Timeout takes a duration').waitFor({ state: 'detached' });
  });

  test('is told of the name of a step, which stays open until it can be one', async () => {
    await fields.card('Ask').focus();
    await page.keyboard.press('F2');
    const name = page.getByRole('textbox', { name: 'Step name' });
    await name.fill('Put');
    await page.keyboard.press('Enter');
    await fields.inspector().getByText('Another step is called “Put”.').waitFor();
    await name.fill('Ask?');
    await page.keyboard.press('Enter');
    await fields.inspector().getByText('A step name cannot contain “?”.').waitFor();
    await name.fill('x'.repeat(81));
    await fields.inspector().getByText('A step name may have up to 80 characters.').waitFor();
    await name.fill('Ask again');
    await page.keyboard.press('Enter');
    await expect.poll(async () => Object.keys((await actions()) ?? {})).toContain('Ask_again');
  });
});

describe('Nothing typed is lost', () => {
  const schema = '{ "type": "object" }';

  async function writeCode(name: string, text: string): Promise<void> {
    await page.getByRole('textbox', { name }).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  }

  test('JSON that does not parse stays over other steps and a reload, and is in the checker', async () => {
    await fields.open(
      {
        First: { type: 'Compose', inputs: '1' },
        Answer: {
          type: 'Response',
          kind: 'Http',
          inputs: { statusCode: 200, schema: JSON.parse(schema) },
          runAfter: runAfter(['First']),
        },
      },
      'Answer',
    );
    await writeCode('Response body JSON schema', '{ "type": ');
    await fields.inspector().getByText('Not stored yet').waitFor();
    await fields.card('First').click();
    await fields.field('Inputs').waitFor();
    await goTo('Response body JSON schema is not stored');
    await fields.inspector().getByText('Not stored yet').waitFor();
    await page.reload();
    await fields.inspector().getByText('Not stored yet').waitFor();
    expect(await page.getByRole('textbox', { name: 'Response body JSON schema' }).textContent()).toContain(
      '"type"',
    );
    await writeCode('Response body JSON schema', '{ "type": "array" }');
    await expect.poll(() => fields.valueIn('Answer', 'inputs', 'schema')).toEqual({ type: 'array' });
    await fields.undo().click();
    await expect.poll(() => fields.valueIn('Answer', 'inputs', 'schema')).toEqual(JSON.parse(schema));
    await page.getByRole('textbox', { name: 'Response body JSON schema' }).getByText('"object"').waitFor();
  });

  test('code that was not applied stays over a reload', async () => {
    await page.getByRole('tab', { name: 'Code' }).click();
    await writeCode('JSON of Answer', '{ "type": "Response", "inputs": { "statusCode": 201 } }');
    await page.reload();
    await page.getByRole('tab', { name: 'Code' }).click();
    await page.getByRole('textbox', { name: 'JSON of Answer' }).getByText('201').waitFor();
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await expect.poll(() => fields.valueIn('Answer', 'inputs', 'statusCode')).toBe(201);
  });

  test('choices of an input are stored as they are typed', async () => {
    await fields.card('Manually trigger a flow').click();
    await page.getByRole('button', { name: 'Add an input' }).click();
    await page.getByRole('menuitem', { name: 'Text' }).click();
    await page.getByRole('button', { name: 'Make it a list of choices' }).click();
    await page.getByRole('textbox', { name: /^Choices of/ }).fill('Red\nBlue\n');
    const choices = async () => JSON.stringify((await fields.definition()).triggers);
    await expect.poll(choices).toContain('"enum":["Red","Blue"]');
  });

  test('an expression stays while it is written', async () => {
    await fields.look('First');
    await fields.field('Inputs').click();
    await page.keyboard.press('Control+e');
    await page.getByRole('textbox', { name: 'Expression' }).fill("concat('a', ");
    await page.reload();
    await fields.field('Inputs').click();
    await page.keyboard.press('Control+e');
    const expression = page.getByRole('textbox', { name: 'Expression' });
    expect(await expression.inputValue()).toBe("concat('a', ");
    await expression.fill("concat('a', 'b')");
    await page.keyboard.press('Enter');
    await expect.poll(() => fields.valueIn('First', 'inputs')).toBe("1@{concat('a', 'b')}");
  });
});

test('The value of a variable follows its type, as one step', async () => {
  await fields.open(
    {
      Make: {
        type: 'InitializeVariable',
        inputs: { variables: [{ name: 'n', type: 'string', value: '5' }] },
      },
    },
    'Make',
  );
  const variable = () => fields.valueIn('Make', 'inputs', 'variables', '0');
  const choose = async (type: string) => {
    await page.getByRole('combobox', { name: 'Type' }).click();
    await page.getByRole('option', { name: type, exact: true }).click();
  };
  await choose('Integer');
  await expect.poll(variable).toEqual({ name: 'n', type: 'integer', value: 5 });
  await fields.undo().click();
  await expect.poll(variable).toEqual({ name: 'n', type: 'string', value: '5' });
  await choose('Boolean');
  await expect.poll(variable).toEqual({ name: 'n', type: 'boolean', value: '5' });
  await page.getByRole('button', { name: /flow checker/i }).click();
  await page.getByText('Value takes Yes or No. “5” is text.').waitFor();
});

test('None of this met a console error, nor a serious accessibility fault', () => {
  expect(faults).toEqual([]);
  expect(fields.workspace.complaints).toEqual([]);
});
