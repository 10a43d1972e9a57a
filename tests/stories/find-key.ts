// Looks for a secret wherever it must not be: pages, what the browser keeps, answers of the server, its log, its files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Product } from '../support/product';
import { ask } from './workspace';

/** The sample API keeps the keys it issued; that is its own business. */
const ofTheSample = /contoso-invoicing\.json/;

function* listFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) yield join(entry.parentPath, entry.name);
  }
}

/** Names of the places where `key` stands, in plain, Base64 or hexadecimal; empty when it is nowhere. */
export async function findKey({ page, product }: { page: Page; product: Product }, key: string) {
  const forms = [
    key,
    Buffer.from(key).toString('base64').replace(/=+$/, ''),
    Buffer.from(key).toString('hex'),
  ];
  const found: string[] = [];
  let looked = 0;
  const look = (place: string, text: string | Buffer) => {
    looked += 1;
    if (forms.some((form) => text.includes(form))) found.push(place);
  };

  const flows = await ask<{ id: string }[]>(page, 'flows.list');
  const connectors = await ask<{ id: string }[]>(page, 'connectors.list');
  const { runs } = await ask<{ runs: { id: string; flowId: string }[] }>(page, 'runs.list');
  look('flows', JSON.stringify(flows));
  look('connections', JSON.stringify(await ask(page, 'connections.list')));
  look('designer', JSON.stringify(await ask(page, 'connectors.forDesigner')));
  for (const { id } of flows) look(`flow ${id}`, JSON.stringify(await ask(page, 'flows.get', { id })));
  for (const { id } of connectors) {
    look(`connector ${id}`, JSON.stringify(await ask(page, 'connectors.get', { id })));
    look(`download of ${id}`, JSON.stringify(await ask(page, 'connectors.download', { id })));
  }
  for (const { id } of runs) {
    const run = await ask<{ records: { name: string }[] }>(page, 'runs.get', { id });
    look(`run ${id}`, JSON.stringify(run));
    for (const { name } of run.records) {
      const record = await ask<Record<string, unknown>>(page, 'runs.record', { runId: id, name });
      look(`record ${name}`, JSON.stringify(record));
      for (const side of ['inputs', 'outputs']) {
        if (record[side] === undefined) continue;
        const whole = await page.evaluate(
          async (path) => (await fetch(path)).text(),
          `/api/runs/${id}/records/${name}/${side}`,
        );
        look(`${side} of ${name}`, whole);
      }
    }
  }

  const [flow, connector, run] = [flows[0], connectors[0], runs[0]];
  const paths = [
    '/',
    '/connections',
    '/settings',
    `/flows/${flow?.id}`,
    `/flows/${flow?.id}/edit?action=List_Invoices`,
    `/flows/${run?.flowId}/runs/${run?.id}?action=List_Invoices`,
    `/connectors/${connector?.id}/edit/test`,
    `/connectors/${connector?.id}/edit/swagger`,
  ];
  for (const path of paths) {
    await page.goto(`${product.url}${path}`, { waitUntil: 'networkidle' });
    look(`page ${path}`, await page.content());
    look(
      `values on ${path}`,
      await page.evaluate(() =>
        [...document.querySelectorAll('input,textarea')].map((each) => Reflect.get(each, 'value')).join('\n'),
      ),
    );
  }
  look(
    'what the browser keeps',
    await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })),
  );
  look('log', product.output());
  for (const file of listFiles(product.folder)) {
    if (!ofTheSample.test(file)) look(file, readFileSync(file));
  }
  return { found, looked };
}
