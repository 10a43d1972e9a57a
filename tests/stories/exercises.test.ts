// The two exercises of the mission, from an empty install to a run in the history: by mouse, then by keyboard alone.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { createPerson, type Hand } from '../support/person';
import { type Product, startProduct } from '../support/product';
import { findKey } from './find-key';
import { collectFiles, makeConnector } from './make-connector';
import { useInFlow } from './use-in-flow';
import { firstRun, listen } from './workspace';

describe.each<Hand>(['mouse', 'keyboard'])('A new maker, by %s,', (hand) => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const faults: string[] = [];
  let key = '';

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(20_000);
    listen(page, complaints);
    await firstRun(page, product.url);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  test('makes the Contoso invoicing connector and tries it within 34 clicks', async () => {
    const files = await collectFiles(product.sampleUrl);
    key = files.key;
    const person = createPerson(page, hand);
    faults.push(...(await makeConnector(person, files)));
    console.log(`exercise 1 by ${hand}: ${person.clicks()} clicks`);
    expect(person.clicks()).toBeLessThanOrEqual(34);
  });

  test('builds, runs and finds the flow "Email invoice list" within 25 clicks', async () => {
    const person = createPerson(page, hand);
    faults.push(...(await useInFlow(person, key)));
    console.log(`exercise 2 by ${hand}: ${person.clicks()} clicks`);
    expect(person.clicks()).toBeLessThanOrEqual(25);
  });

  test('sent the call exactly once, with the key and without a query', async () => {
    const log = (await (await fetch(`${product.sampleUrl}/__log`)).json()) as {
      path: string;
      query: string | Record<string, string>;
    }[];
    const calls = log.filter((entry) => entry.path === '/ListInvoices');
    expect(calls).toHaveLength(1);
    expect(Object.keys(calls[0]?.query ?? {})).toHaveLength(0);
  });

  test('left the key nowhere: not in pages, flow, run, log or files', async () => {
    const { found, looked } = await findKey({ page, product }, key);
    console.log(`the key was looked for in ${looked} places`);
    expect(found).toEqual([]);
    expect(looked).toBeGreaterThan(30);
  });

  test('met no console error and no serious accessibility fault', () => {
    expect(complaints).toEqual([]);
    expect(faults).toEqual([]);
  });
});
