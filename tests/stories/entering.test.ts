// Coming in and going out: the first run, signing in after a link, wrong words, another password, signing out.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { type Product, startProduct } from '../support/product';
import { keepFailures } from '../support/screens';

const email = 'ada@example.com';
const first = 'correct horse battery staple';
const second = 'another horse battery staple';

let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;

async function signIn(password: string, on = page): Promise<void> {
  await on.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await on.getByLabel('Password', { exact: true }).fill(password);
  await on.getByRole('button', { name: 'Sign in' }).click();
}

beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});
keepFailures(() => page);

describe('The first run', () => {
  test('names what breaks a rule next to its field, and goes on to Home when all is right', async () => {
    await page.goto(`${product.url}/flows`);
    await page.waitForURL('**/setup');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ada');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('ada');
    await page.getByLabel('Password', { exact: true }).fill('short');
    const create = page.getByRole('button', { name: 'Create workspace' });
    await create.click();
    await page.getByText('This is not an e-mail address.').waitFor();
    await page.getByText('A password has at least 10 characters.').waitFor();
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByLabel('Password', { exact: true }).fill(first);
    await create.click();
    await page.waitForURL((url) => url.pathname === '/');
  });
});

describe('A link', () => {
  test('leads through sign-in to where it points, its query included', async () => {
    const guest = await browser.newContext();
    const other = await guest.newPage();
    const link = '/settings?tab=security';
    await other.goto(`${product.url}${link}`);
    await other.waitForURL('**/signin?next=*');
    await signIn('not the password', other);
    await other.getByText('E-mail and password do not belong together.').waitFor();
    await signIn(first, other);
    await other.waitForURL(`${product.url}${link}`);
    await other.getByRole('heading', { name: 'Change password' }).waitFor();
    await guest.close();
  });
});

describe('Another password', () => {
  test('ends every other session at once, and this browser goes on', async () => {
    const guest = await browser.newContext({ storageState: await context.storageState() });
    await page.goto(`${product.url}/settings?tab=security`);
    const change = page.getByRole('button', { name: 'Change password' });
    await page.getByLabel('New password').fill('short');
    await change.click();
    await page.getByText('Type your present password.').waitFor();
    await page.getByLabel('Present password').fill('not the password');
    await page.getByLabel('New password').fill(second);
    await change.click();
    await page.getByText('This is not the present password.').waitFor();
    await page.getByLabel('Present password').fill(first);
    await change.click();
    await page.getByText('Password changed. Other sessions have ended.').first().waitFor();
    await page.goto(`${product.url}/flows`);
    await page.getByRole('heading', { name: 'Flows' }).waitFor();
    const copy = await guest.newPage();
    await copy.goto(`${product.url}/flows`);
    await copy.waitForURL('**/signin?next=%2Fflows');
    await guest.close();
  });
});

describe('Signing out', () => {
  test('stays on the address under which the product is open', async () => {
    const local = product.url.replace('127.0.0.1', 'localhost');
    await page.goto(`${local}/`);
    await page.waitForURL(`${local}/signin`);
    await signIn(second);
    await page.waitForURL(`${local}/`);
    await page.getByRole('button', { name: 'Account: Ada' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(`${local}/signin`);
    await page.goto(`${local}/flows`);
    await page.waitForURL(`${local}/signin?next=%2Fflows`);
  });
});

describe('Guessing', () => {
  test('is slowed down, and says how long to wait', async () => {
    await page.goto(`${product.url}/settings`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/signin');
    const wrong = page.getByText('E-mail and password do not belong together.');
    const slow = page.getByText(/^Too many tries\. Wait \d+ min, then try again\.$/);
    for (let tries = 0; tries < 8; tries += 1) {
      await signIn('not the password');
      await page.getByRole('button', { name: 'Sign in', disabled: false }).waitFor();
      await wrong.waitFor();
    }
    await signIn(second);
    await slow.waitFor();
    expect(new URL(page.url()).pathname).toBe('/signin');
  });

  test('and signing in say so when the server is gone', async () => {
    await product.kill();
    await signIn(second);
    await page.getByText('The server did not answer. Is it still running?').waitFor();
  });
});
