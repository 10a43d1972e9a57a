// Tokens in fields: what a list gives is asked about once, an expression that is typed becomes a token, and each gesture is
// one undo step.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepFailures, takeScreens } from '../support/screens';
import { type FieldsWorkspace, openFields } from './fields-workspace';
import { runAfter } from './workspace';

let fields: FieldsWorkspace;
let page: Page;
const faults: string[] = [];
const order = { id: '1', 'body/title': 'Desk' };
const actions = async () => (await fields.definition()).actions;
const pills = (where: Locator) => where.getByRole('button', { name: /^(token|expression)/ });

beforeAll(async () => {
  fields = await openFields();
  page = fields.page;
});

afterAll(() => fields?.workspace.close());
keepFailures(() => page);

describe('Tokens', () => {
  const list = () => page.getByRole('dialog', { name: /^How to use/ });

  async function search(name: string, query: string): Promise<void> {
    await fields.field(name).click();
    await page.keyboard.press('End');
    await page.keyboard.type(`/${query}`);
    await page
      .getByRole('dialog', { name: `Insert into ${name}` })
      .getByRole('option')
      .first()
      .waitFor();
    await page.waitForTimeout(100);
    await page.keyboard.press('Enter');
  }

  test('of a list ask once what is meant, provisionally, in one undo step', async () => {
    await fields.open(
      { Put: fields.put(order), Next: fields.put({ id: '2', 'body/title': 'Chair' }, 'Put') },
      'Next',
    );
    const before = await actions();
    await search('Ratio', 'amount');
    await list().getByText('Amount comes once per line').waitFor();
    expect(await fields.field('Ratio').getByRole('button', { name: 'Amount' }).count()).toBe(1);
    faults.push(...(await takeScreens(page, 'fields-list-choice')));
    await page.keyboard.press('Escape');
    await list().waitFor({ state: 'detached' });
    expect(await fields.field('Ratio').textContent()).toBe('');
    await page.waitForTimeout(1500);
    expect(await actions()).toEqual(before);
    await search('Ratio', 'amount');
    await list()
      .getByRole('button', { name: /Each line/ })
      .click();
    await expect
      .poll(() => fields.valueIn('For_each_line', 'actions', 'Next', 'inputs', 'parameters', 'ratio'))
      .toBe("@items('For_each_line')?['amount']");
    // Inside of the loop there is nothing to ask; what is text is turned into the number that is asked for.
    await search('Count', 'text');
    await expect
      .poll(() => fields.valueIn('For_each_line', 'actions', 'Next', 'inputs', 'parameters', 'count'))
      .toBe("@int(items('For_each_line')?['text'])");
    await fields.undo().click();
    await fields.undo().click();
    await expect.poll(actions).toEqual(before);
  });

  test('of a list ask in conditions, headers and lists in lists too', async () => {
    await fields.open(
      {
        Put: fields.put(order),
        Check: {
          type: 'If',
          expression: { and: [{ equals: ['', ''] }] },
          actions: {},
          else: { actions: {} },
          runAfter: runAfter(['Put']),
        },
        Ask: {
          type: 'Http',
          inputs: { method: 'GET', uri: 'https://a.example/', headers: { a: 'x ' } },
          runAfter: runAfter(['Check']),
        },
      },
      'Check',
    );
    const before = await actions();
    await search('Left value', 'parts name');
    await list()
      .getByRole('button', { name: /Each part/ })
      .click();
    await expect
      .poll(() =>
        fields.valueIn('For_each_line', 'actions', 'For_each_part', 'actions', 'Check', 'expression'),
      )
      .toEqual({ and: [{ equals: ["@items('For_each_part')?['name']", ''] }] });
    await page.getByRole('region', { name: 'Step Check' }).waitFor();
    await pills(fields.field('Left value')).waitFor();
    await fields.undo().click();
    await expect.poll(actions).toEqual(before);
    await fields.card('Ask').click();
    await search('Headers, value 1', 'amount');
    await list()
      .getByRole('button', { name: /First line/ })
      .click();
    await expect
      .poll(() => fields.valueIn('Ask', 'inputs', 'headers'))
      .toEqual({ a: "x @{first(outputs('Put')?['body/lines'])?['amount']}" });
    await fields.undo().click();
    await expect.poll(actions).toEqual(before);
  });

  test('come of an expression that is typed, and Undo gives the text back', async () => {
    await fields.open({ Say: { type: 'Compose', inputs: '' } }, 'Say');
    await fields.field('Inputs').click();
    await page.keyboard.type("Now @{utcNow('d')}");
    await pills(fields.field('Inputs')).waitFor();
    await expect.poll(() => fields.valueIn('Say', 'inputs')).toBe("Now @{utcNow('d')}");
    await fields.undo().click();
    await pills(fields.field('Inputs')).waitFor({ state: 'detached' });
    expect(await fields.field('Inputs').textContent()).toBe("Now @{utcNow('d')}");
    await expect.poll(() => fields.valueIn('Say', 'inputs')).toBe("Now @@{utcNow('d')}");
    await fields.write('Inputs', '');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('@guid()');
    await page.keyboard.press('Tab');
    await expect.poll(() => fields.valueIn('Say', 'inputs')).toBe('@guid()');
  });
});

test('None of this met a console error, nor a serious accessibility fault', () => {
  expect(faults).toEqual([]);
  expect(fields.workspace.complaints).toEqual([]);
});
