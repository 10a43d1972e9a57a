// Puts published connectors into a running product through its own API, as many as are wished.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { decodeDefinition, parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { ask, change } from '../stories/workspace';

/** Imports packages of `folder` while there are fewer operations than `until`; answers how many there are then. */
export async function importPublished(
  page: Page,
  folder: string,
  { until = Number.POSITIVE_INFINITY, mark = '' } = {},
): Promise<number> {
  const count = async () => (await ask<{ total: number }>(page, 'connectors.palette')).total;
  const names = new Set((await ask<{ name: string }[]>(page, 'connectors.list')).map((each) => each.name));
  let total = await count();
  for (const [index, name] of readdirSync(folder).sort().entries()) {
    if (total >= until) break;
    const own = `${mark}${index} ${name.replace(/^.*__/, '')}`.slice(0, 30);
    if (names.has(own)) continue;
    const file = join(folder, name, 'apiDefinition.swagger.json');
    if (!existsSync(file)) continue;
    const { text } = decodeDefinition(readFileSync(file));
    const parsed = parseDefinition(text, name);
    const operations = parsed.ok ? readConnector(parsed.document).connector?.operations.length : undefined;
    if (operations === undefined || total + operations > until) continue;
    await change(page, 'connectors.createFromFile', { fileName: name, text, name: own });
    total += operations;
  }
  return count();
}
