// The connector editor at work: what is typed stays and is kept, findings stand beside their fields and lead there, and
// nothing that breaks a rule holds the rest back.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clippedTexts } from '../support/clipped';
import { keepFailures, takeScreens } from '../support/screens';
import { ask, change, makeObjects, type Objects, openWorkspace, type Workspace } from './workspace';

let workspace: Workspace;
let objects: Objects;
let page: Page;
const faults: string[] = [];

const editor = (tab: string) => workspace.visit(`/connectors/${objects.connectorId}/edit/${tab}`);
const field = (name: string) => page.getByRole('textbox', { name, exact: true });

async function look(name: string): Promise<void> {
  faults.push(...(await takeScreens(page, name)));
  faults.push(...(await clippedTexts(page)).map((text) => `${name}: ${text}`));
}

interface Stored {
  name: string;
  definitionText: string;
  propertiesText: string;
  revision: number;
  version: number;
}
const stored = () => ask<Stored>(page, 'connectors.get', { id: objects.connectorId });
const storedDefinition = async () => JSON.parse((await stored()).definitionText);

/** What a story provokes on purpose is not the product's fault. */
beforeAll(async () => {
  workspace = await openWorkspace();
  page = workspace.page;
  objects = await makeObjects(workspace);
});
afterAll(() => workspace?.close());
keepFailures(() => page);

describe('The General tab', () => {
  test('shows a base URL as it is typed, with pauses, and keeps its plain form', async () => {
    await editor('general');
    await field('Base URL').fill('');
    await field('Base URL').pressSequentially('/api/', { delay: 20 });
    await page.waitForTimeout(400);
    await field('Base URL').pressSequentially('v1/', { delay: 20 });
    expect(await field('Base URL').inputValue()).toBe('/api/v1/');
    await field('Base URL').blur();
    expect(await field('Base URL').inputValue()).toBe('/api/v1');
    await expect.poll(async () => (await storedDefinition()).basePath).toBe('/api/v1');
    await field('Base URL').fill('/');
  });

  test('says beside each field what is wrong with it, and saves all the same', async () => {
    await field('Host').fill('example.com:99999');
    await field('Base URL').fill('/a b');
    await page.getByText('“example.com:99999” is not a host.').waitFor();
    await page.getByText('“/a b” is not a base path').waitFor();
    await page.getByText('Calls go over plain http').waitFor();
    await expect.poll(async () => (await storedDefinition()).host).toBe('example.com:99999');
    await look('connector-general-findings');
    await field('Host').fill(`http://${workspace.gate.host}/`);
    await field('Base URL').fill('/');
  });

  test('tells beside the name that it is taken, saves the rest, and keeps the name over a reload', async () => {
    const facts = { description: '', brandColor: '#175497', scheme: 'https', host: 'x.test', basePath: '' };
    await change(page, 'connectors.create', { name: 'Occupied', ...facts });
    await field('Connector name').fill('Occupied');
    await page.getByText('“Occupied” exists already in this environment.').first().waitFor();
    await field('Description').fill('Typed meanwhile');
    await expect.poll(async () => (await storedDefinition()).info.description).toBe('Typed meanwhile');
    expect((await stored()).name).toBe('Contoso invoicing');
    await page.reload();
    await page.getByText('“Occupied” exists already in this environment.').first().waitFor();
    expect(await field('Connector name').inputValue()).toBe('Occupied');
    await field('Connector name').fill('Contoso billing');
    await expect.poll(async () => (await stored()).name).toBe('Contoso billing');
    await field('Connector name').fill('Contoso invoicing');
    await expect.poll(async () => (await stored()).name).toBe('Contoso invoicing');
    workspace.forgive(/409/);
  });
});

describe('The Security tab', () => {
  test('keeps the name of the key until there is another', async () => {
    await editor('security');
    await page.getByText('Filled from the imported file.').waitFor();
    await field('Parameter name').fill('');
    await page.getByText('Parameter name is required. X-API-KEY stays until there is another.').waitFor();
    await page.waitForTimeout(300);
    await field('Parameter name').fill('X-Other');
    await page.getByText('Filled from the imported file.').waitFor({ state: 'detached' });
    await field('Parameter name').fill('X-API-KEY');
    await page.getByText('Filled from the imported file.').waitFor();
  });
});

describe('Findings', () => {
  test('lead to their field, by a button and by F8, and hints are folded', async () => {
    await editor('general');
    await page.getByRole('button', { name: 'Show the findings' }).click();
    await page.getByRole('button', { name: 'Go to PayInvoice › description' }).click();
    await page.waitForURL('**/edit/definition?operation=PayInvoice');
    await expect.poll(() => field('Description').evaluate((at) => at === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: /^Show \d+ hints$/ }).click();
    await page.getByRole('button', { name: 'Go to General › Scheme' }).click();
    await page.getByRole('radiogroup', { name: 'Scheme' }).waitFor();
    await look('connector-findings');
    await page.getByRole('button', { name: 'Hide the findings' }).click();
    await page.keyboard.press('F8');
    await page.waitForURL('**/edit/definition?operation=PayInvoice');
    await expect.poll(() => field('Description').evaluate((at) => at === document.activeElement)).toBe(true);
  });
});

describe('The Test tab of an operation with an error', () => {
  test('says what is wrong instead of calling it, leads there, and calls it once that is mended', async () => {
    const { definitionText, propertiesText, revision } = await stored();
    const broken = JSON.parse(definitionText);
    broken.paths['/ListInvoiceTypes'].get.parameters = [
      { name: 'count', in: 'query', type: 'integer', default: 'many' },
    ];
    await change(page, 'connectors.saveDraft', {
      id: objects.connectorId,
      revision,
      definitionText: JSON.stringify(broken),
      propertiesText,
    });
    await editor('test?operation=ListInvoiceTypes');
    await page.reload();
    const response = page.getByRole('region', { name: 'Response' });
    await response.getByText('This operation cannot be called yet').waitFor();
    await response.getByText(/The default .*many.* is not of type integer/).waitFor();
    const press = page.getByRole('button', { name: 'Test operation' });
    expect(await press.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('option', { name: /^ListInvoiceTypes GET Error$/ }).waitFor();
    await look('connector-test-blocked');
    await response.getByRole('button', { name: 'Go to ListInvoiceTypes › count' }).click();
    await page.waitForURL('**/edit/definition?operation=ListInvoiceTypes');
    await field('Default value').fill('3');
    await editor('test?operation=ListInvoiceTypes');
    await response.getByText('No call yet.').waitFor();
    const calls: string[] = [];
    page.on('request', (request) => request.url().includes('connectors.test') && calls.push(request.url()));
    await press.dblclick();
    await response.getByText('200 OK').waitFor();
    expect(calls).toHaveLength(1);
    await page.getByRole('button', { name: 'Update connector' }).dblclick();
    await page.getByText('Updated. Version 2.').first().waitFor();
    expect((await stored()).version).toBe(2);
  });
});

describe('What is typed and not sent yet', () => {
  test('survives a reload: a new action, an operation ID that is taken, the form of a test', async () => {
    await editor('definition?operation=GetInvoice');
    await field('Operation ID').fill('PayInvoice');
    await page.reload();
    await page.getByText('Another operation has this ID.').waitFor();
    await field('Operation ID').fill('GetInvoice');
    await page.getByRole('button', { name: 'New action' }).click();
    const dialog = page.getByRole('dialog', { name: 'New action' });
    await dialog.getByRole('textbox', { name: 'Summary' }).fill('Count invoices');
    await dialog
      .getByRole('textbox', { name: 'Headers' })
      .fill('Accept: text/plain\nAuthorization: Bearer abc');
    await page.reload();
    await expect
      .poll(() => dialog.getByRole('textbox', { name: 'Operation ID' }).inputValue())
      .toBe('CountInvoices');
    expect(await dialog.getByRole('textbox', { name: 'Headers' }).inputValue()).toBe('Accept: text/plain');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await editor('test?operation=ListInvoices');
    await field('From Amount').fill('12');
    await page.reload();
    await expect.poll(() => field('From Amount').inputValue()).toBe('12');
  });

  test('survives a reload in the same instant in the Swagger editor, which says what is wrong in it', async () => {
    await editor('swagger');
    await page.locator('.cm-content').click();
    const type = async (text: string) => {
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    };
    const before = (await stored()).definitionText;
    await type('{\n  "swagger": "2.0"\n  "info": {}\n}');
    await page.getByText('Line 2, column 19: A comma is missing here.').first().waitFor();
    await type('{\n  // mine\n  "swagger": "2.0"\n}');
    await page.reload();
    await page
      .getByText('Line 2, column 3: JSON has no comments. Remove this one and any that follow.')
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Back to the last valid text' }).click();
    await page.getByText('JSON has no comments').first().waitFor({ state: 'detached' });
    expect((await stored()).definitionText).toBe(before);
  });
});

describe('A server that is away', () => {
  test('takes no editor away; what was typed is saved by itself when it is back', async () => {
    await editor('general');
    await field('Description').waitFor();
    await page.route('**/api/trpc/**', (route) => route.abort());
    await field('Description').fill('Typed while it was away');
    await page.getByText('Not saved, kept in this browser: The server did not answer.').waitFor();
    expect(await field('Description').inputValue()).toBe('Typed while it was away');
    await page.unroute('**/api/trpc/**');
    await page.getByText(/^Saved/).waitFor();
    expect((await storedDefinition()).info.description).toBe('Typed while it was away');
    workspace.forgive(/net::ERR_FAILED/);
  });
});

describe('A window of a phone', () => {
  test('has the operations in one line above the operation', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await editor('definition?operation=PayInvoice');
    await page.getByRole('combobox', { name: 'Operation' }).click();
    await page.getByRole('option', { name: 'ListInvoices' }).click();
    await expect.poll(() => field('Operation ID').inputValue()).toBe('ListInvoices');
    await look('small-connector-definition');
    await editor('test?operation=ListInvoices');
    await page.getByRole('button', { name: 'Test operation' }).waitFor();
    await look('small-connector-test');
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});

test('What was typed is forgotten when its writer signs out', async () => {
  const kept = () =>
    page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('flowright.kept.')));
  expect(await kept()).not.toEqual([]);
  await page.getByRole('button', { name: 'Account: Ada' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/signin*');
  expect(await kept()).toEqual([]);
});

test('None of this met a console error of its own, a serious accessibility fault or a clipped text', () => {
  expect(workspace.complaints).toEqual([]);
  expect(faults).toEqual([]);
});
