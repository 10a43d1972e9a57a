// Hostile words in the search of the palette, on more operations than a browser searches by itself.
import { definition } from '../server/api/makers';
import { type Api, type Office, openOffice } from '../support/office';
import { check } from './sockets';

const connectors = 3;
const operationsEach = 800;
const longest = 200;

const hostile = [
  '%',
  '_',
  '%%%',
  'thing_7',
  'thing%7',
  '" OR "',
  '" OR "" = "',
  'NEAR(',
  'NEAR(thing list, 3)',
  '*',
  'thing*',
  '^thing',
  '-thing',
  'thing -list',
  'NOT thing',
  'thing AND list OR',
  'search_text:thing',
  'col:x',
  '{thing list}: x',
  'thing + list',
  '(((((',
  ')',
  '"',
  '""',
  '"thing',
  "'; DROP TABLE operation_entry; --",
  "x' UNION SELECT entry_text FROM operation_entry --",
  '\u0000',
  'thing\u0000list',
  '\ud800',
  'thing\udfff',
  '\u202ething',
  '\\',
  'ï̈̈̈̈̈',
  '﷽'.repeat(longest),
  'a'.repeat(longest),
  'thing '.repeat(33),
  '" OR '.repeat(40),
];

async function furnish(office: Office): Promise<Api> {
  const maker = await office.addPerson('maker').api();
  for (let number = 0; number < connectors; number += 1) {
    const names = Array.from({ length: operationsEach }, (_, index) => `ListThing${number}x${index}`);
    const text = definition('127.0.0.1:9', Object.fromEntries(names.map((name) => [name, `/${name}`])));
    await maker.connectors.createFromFile({ fileName: 'things.json', text, name: `Things ${number}` });
  }
  const elsewhere = await office.addPerson('maker', office.addEnvironment('Elsewhere')).api();
  const text = definition('127.0.0.1:9', { 'Foreign % _ " NEAR( * thing': '/foreign' });
  await elsewhere.connectors.createFromFile({ fileName: 'things.json', text, name: 'Foreign' });
  return maker;
}

/** Milliseconds of this process's own work, the least of several tries: a busy machine is no stall of ours. */
async function leastWork(work: () => Promise<unknown>): Promise<number> {
  const tries: number[] = [];
  for (let count = 0; count < 4; count += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    tries.push((user + system) / 1000);
  }
  return Math.min(...tries);
}

/** No error, no rows of another environment, and no query that keeps the server from answering others. */
export async function searchesSafely(): Promise<void> {
  const office = await openOffice();
  try {
    const maker = await furnish(office);
    check((await maker.connectors.palette()).total > 2_000, 'few operations');
    for (const query of hostile) {
      const shown = JSON.stringify(query).slice(0, 60);
      const { hits, groups = [] } = await maker.connectors.searchOperations({ query, limit: 300 });
      const found = [...hits, ...groups.flatMap((group) => group.hits)].map(({ entry }) =>
        JSON.stringify(entry),
      );
      check(!found.some((entry) => entry.includes('Foreign')), `${shown} finds what is foreign`);
      const work = await leastWork(() => maker.connectors.searchOperations({ query }));
      check(work < 50, `${shown} takes ${work} ms`);
    }
    const named = await maker.connectors.searchOperations({ query: 'ListThing1x79' });
    check(named.hits.length > 0, 'what is there is found');
    const refused = await maker.connectors.searchOperations({ query: 'a'.repeat(10_000) }).then(
      () => 'answered',
      (error: { code: string }) => error.code,
    );
    check(refused === 'BAD_REQUEST', `10,000 letters: ${refused}`);
  } finally {
    await office.close();
  }
}
