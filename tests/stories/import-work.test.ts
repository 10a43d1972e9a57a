// Importing and making things: a broken file is mended where it is, a review survives a reload and stops for nothing that
// can wait, names are told beside their field, and nothing is deleted unseen.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clippedTexts } from '../support/clipped';
import { keepFailures, takeScreens } from '../support/screens';
import { ask, makeObjects, type Objects, openWorkspace, type Workspace } from './workspace';

let workspace: Workspace;
let objects: Objects;
let page: Page;
let swagger = '';
const faults: string[] = [];

const field = (name: string) => page.getByRole('textbox', { name, exact: true });

async function look(name: string): Promise<void> {
  faults.push(...(await takeScreens(page, name)));
  faults.push(...(await clippedTexts(page)).map((text) => `${name}: ${text}`));
}

async function importFile(name: string, text: string): Promise<void> {
  await workspace.visit('/connectors/new');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import an OpenAPI file' }).click();
  await (await choosing).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

const connectors = () => ask<{ id: string; name: string; host: string }[]>(page, 'connectors.list');

beforeAll(async () => {
  workspace = await openWorkspace();
  page = workspace.page;
  objects = await makeObjects(workspace);
  swagger = await (await fetch(`${workspace.api.url}/swagger.json`)).text();
});
afterAll(() => workspace?.close());
keepFailures(() => page);

describe('A broken file', () => {
  test('is corrected where it is, and goes on as soon as it reads', async () => {
    await importFile('broken.json', swagger.replace('"host"', '"host" [ ]'));
    await page.getByRole('heading', { name: 'broken.json cannot be read' }).waitFor();
    const goOn = page.getByRole('button', { name: 'Continue' });
    expect(await goOn.getAttribute('aria-disabled')).toBe('true');
    await look('import-broken-text');
    await page.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(swagger);
    await page.getByRole('heading', { name: 'broken.json reads now' }).waitFor();
    await goOn.click();
    await page.getByRole('heading', { name: 'Review import' }).waitFor();
  });

  test('and its review survive a reload; a host that is none does not stop it', async () => {
    await field('Host').fill('a b');
    await page.getByText('“a b” is not a host.').waitFor();
    await field('Connector name').fill('Contoso invoicing');
    await page.getByRole('checkbox').first().uncheck();
    await page.reload();
    await page.getByText('Operations (8 of 9)').waitFor();
    await expect.poll(() => field('Host').inputValue()).toBe('a b');
    await look('import-review');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('“Contoso invoicing” exists already in this environment.').waitFor();
    await field('Connector name').fill('Imported');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL('**/edit/general');
    await page.getByText('“a b” is not a host.').waitFor();
    expect((await connectors()).find(({ name }) => name === 'Imported')?.host).toBe('a b');
    await workspace.visit('/connectors/new');
    await page.getByRole('button', { name: 'Import an OpenAPI file' }).waitFor();
    workspace.forgive(/409/);
  });
});

test('A file that was kept over a reload is given up by Choose another file', async () => {
  await importFile('broken.json', '{');
  await page.getByRole('heading', { name: 'broken.json cannot be read' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await page.getByRole('button', { name: 'Import an OpenAPI file' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Import an OpenAPI file' }).waitFor();
});

test('A file with several ways to sign calls asks which one to take', async () => {
  const document = JSON.parse(swagger);
  document.info.title = 'Two ways';
  document.securityDefinitions = {
    sign_in: { type: 'oauth2', flow: 'implicit', authorizationUrl: 'https://x.test/a', scopes: {} },
    key: { type: 'apiKey', in: 'query', name: 'k' },
  };
  document.security = [];
  await importFile('two.json', JSON.stringify(document));
  await page.getByRole('combobox', { name: 'Authentication' }).click();
  await page.getByRole('option', { name: /API key in the query k/ }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/edit/general');
  await page.getByRole('tab', { name: 'Security' }).click();
  await page.getByText('Filled from the imported file.').waitFor();
  expect(await field('Parameter name').inputValue()).toBe('k');
});

test('A title that is too long is shortened and said to be, and counts as no error', async () => {
  const document = JSON.parse(swagger);
  document.info.title = 'The invoices of all our subsidiaries';
  await importFile('long.json', JSON.stringify(document));
  await page
    .getByText('Shortened to 30 characters; the file says “The invoices of all our subsidiaries”.')
    .waitFor();
  expect(await field('Connector name').inputValue()).toBe('The invoices of all our');
  await page.getByText(/^0 errors, 1 warning, 1 note\./).waitFor();
  await look('import-long-title');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/edit/general');
  await page.getByRole('region', { name: 'Validation' }).getByText('0 errors').waitFor();
});

test('A connector from blank survives a reload, splits an address, and says beside the name that it is taken', async () => {
  await workspace.visit('/connectors/new');
  await field('Connector name').fill('Contoso invoicing');
  await field('Host').pressSequentially('http://127.0.0.1:5080/v1', { delay: 5 });
  await page.reload();
  await expect.poll(() => field('Connector name').inputValue()).toBe('Contoso invoicing');
  expect(await field('Host').inputValue()).toBe('127.0.0.1:5080');
  expect(await field('Base URL').inputValue()).toBe('/v1');
  await field('Connector name').press('Enter');
  await page.getByText('“Contoso invoicing” exists already in this environment.').waitFor();
  await field('Connector name').fill('From blank');
  await field('Connector name').press('Enter');
  await page.waitForURL('**/edit/general');
  expect((await connectors()).find(({ name }) => name === 'From blank')?.host).toBe('127.0.0.1:5080');
  workspace.forgive(/409/);
});

describe('Deleting', () => {
  test('waits until it is known what goes with it, and says when that cannot be found out', async () => {
    await workspace.visit('/connectors');
    await page.route('**/api/trpc/*dependents*', (route) => route.abort());
    await page.getByRole('button', { name: 'More for Contoso invoicing' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete Contoso invoicing?' });
    await dialog.getByText('What depends on it could not be loaded.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Delete' }).getAttribute('aria-disabled')).toBe('true');
    await look('delete-unknown');
    await page.unroute('**/api/trpc/*dependents*');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByText('Invoice connection').waitFor();
    expect(await dialog.getByRole('button', { name: 'Delete' }).getAttribute('aria-disabled')).toBeNull();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    workspace.forgive(/net::ERR_FAILED/);
  });
});

test('A name that is too long is refused beside its field, not cut unseen', async () => {
  await workspace.visit('/flows');
  await page.getByRole('button', { name: 'New flow' }).click();
  const dialog = page.getByRole('dialog', { name: 'New instant flow' });
  await dialog.getByRole('textbox', { name: 'Flow name' }).fill('long '.repeat(30));
  await dialog.getByText('A name may have up to 100 characters.').waitFor();
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  expect(await dialog.getByRole('textbox', { name: 'Flow name' }).inputValue()).toHaveLength(150);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
});

describe('A new solution', () => {
  test('is named by its display name, survives a reload, and says which name is taken', async () => {
    await workspace.visit('/solutions');
    await page.getByRole('button', { name: 'New solution' }).first().click();
    await field('Display name').fill('Contoso invoicing!');
    await page.reload();
    await expect.poll(() => field('Name').inputValue()).toBe('Contosoinvoicing');
    await field('Display name').press('Enter');
    await page.getByText('“Contosoinvoicing” exists already in this environment.').waitFor();
    await look('new-solution-taken');
    await field('Name').fill('Contoso_two');
    await field('Name').press('Enter');
    await page.waitForURL('**/solutions/*');
    await page.getByText('Contoso_two · CDS Default Publisher').waitFor();
    await workspace.visit('/solutions');
    await page.getByRole('link', { name: 'Contoso invoicing!' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    workspace.forgive(/409/);
  });
});

describe('A link to mend a connection', () => {
  test('opens the form for its new key', async () => {
    await workspace.visit(`/connections?fix=${objects.connectionId}`);
    await page.getByRole('heading', { name: 'Replace the key of Invoice connection' }).waitFor();
    const key = page.getByLabel('API Key', { exact: true });
    await expect.poll(() => key.evaluate((at) => at === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.waitForURL((url) => url.search === '');
  });

  test('says when the connection is gone', async () => {
    await workspace.visit('/connections?fix=gone');
    await page.getByText('The connection to mend is not here.').waitFor();
    await look('fix-gone');
  });
});

test('None of this met a console error of its own, a serious accessibility fault or a clipped text', () => {
  expect(workspace.complaints).toEqual([]);
  expect(faults).toEqual([]);
});
