// The palette's index: in step with live versions, and a search on the server that answers as the browser's own does.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidateTerms } from '@/lib/connector/palette/candidates';
import { expandEntry } from '@/lib/connector/palette/entries';
import type { PaletteHit } from '@/lib/connector/palette/hits';
import { type PaletteOptions, searchPalette } from '@/lib/connector/palette/search';
import { decodeDefinition } from '@/lib/connector/parse-definition';
import { toApiId } from '@/lib/flow/api-id';
import { builtInEntries } from '@/lib/flow/palette-entries';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { fillPaletteIndex } from '@/server/connector/palette-index';
import { type Api, type Office, openOffice } from '../../support/office';
import { sharedFolder } from '../../support/shared-folder';
import { definition, makeConnector } from './makers';

let office: Office;
let api: Api;
beforeAll(async () => {
  office = await openOffice();
  api = await office.addPerson('maker').api();
});
afterAll(() => office.close());

const labels = async (query: string, of: Api = api) =>
  (await of.connectors.searchOperations({ query, tab: 'custom' })).hits.map((hit) => hit.entry.label);

/** Every row of the index and of the full text agrees; throws otherwise. */
function checkFullText() {
  office.services.database.sqlite.exec(
    "INSERT INTO operation_text (operation_text, rank) VALUES ('integrity-check', 1)",
  );
}

describe('the index of operations', () => {
  it('has a new connector at once, found by parts of words, and loses it when it is deleted', async () => {
    const id = await makeConnector(api, 'Warehouse');
    expect(await labels('warehouse')).toEqual(['ListThings']);
    expect(await labels('hing')).toEqual(['ListThings']);
    const { total, connectors, entries } = await api.connectors.palette();
    expect(total).toBe(1);
    expect(connectors).toMatchObject([{ id, name: 'Warehouse', version: 1, actions: 1, triggers: 0 }]);
    expect(entries).toMatchObject([{ label: 'ListThings', owner: toApiId('warehouse') }]);
    await api.connectors.remove({ id });
    expect(await labels('warehouse')).toEqual([]);
    expect(await api.connectors.palette()).toEqual({ total: 0, connectors: [], entries: [] });
    checkFullText();
  });

  it('follows what is published, not the draft', async () => {
    const id = await makeConnector(api, 'Shelves');
    const { propertiesText } = await api.connectors.get({ id });
    const definitionText = definition('127.0.0.1:9', { FillShelf: '/fill', EmptyShelf: '/empty' });
    const { revision } = await api.connectors.saveDraft({ id, revision: 1, definitionText, propertiesText });
    expect(await labels('shelves')).toEqual(['ListThings']);
    await api.connectors.publish({ id, revision });
    expect(await labels('shelves')).toEqual(['FillShelf', 'EmptyShelf'].sort((a, b) => a.length - b.length));
    expect((await api.connectors.palette()).connectors).toMatchObject([{ version: 2, actions: 2 }]);
    await api.connectors.saveDraft({ id, revision, definitionText, propertiesText, name: 'Cupboards' });
    expect(await labels('shelves')).toEqual([]);
    expect(await labels('cupboards')).toHaveLength(2);
    checkFullText();
    await api.connectors.remove({ id });
  });

  it('is filled where it is absent, once', async () => {
    const { database } = office.services;
    const id = await makeConnector(api, 'Older');
    database.sqlite.exec('DELETE FROM operation_entry; DELETE FROM connector_palette;');
    expect(await labels('older')).toEqual([]);
    expect(fillPaletteIndex(database)).toBe(1);
    expect(await labels('older')).toEqual(['ListThings']);
    expect(fillPaletteIndex(database)).toBe(0);
    checkFullText();
    await api.connectors.remove({ id });
  });

  it('is of one environment', async () => {
    const id = await makeConnector(api, 'Ours');
    const other = office.addEnvironment('Other');
    const stranger = await office.addPerson('maker', other).api(other);
    expect(await labels('things', stranger)).toEqual([]);
    await expect(
      stranger.connectors.searchOperations({ query: 'things', connectorId: id }),
    ).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
    await api.connectors.remove({ id });
  });

  it('hands out the definitions that are named, whatever the letter case', async () => {
    const id = await makeConnector(api, 'Named');
    await makeConnector(api, 'Not named');
    const apiIds = [toApiId('named').toUpperCase(), toApiId('nobody'), 'nothing'];
    expect((await api.connectors.forDesigner({ apiIds })).map((row) => row.id)).toEqual([id]);
    expect(await api.connectors.forDesigner({ apiIds: [] })).toEqual([]);
    expect((await api.connectors.forDesigner()).length).toBe(2);
  });
});

describe('terms for the index', () => {
  it('are words of three letters or more, with their neighbours where a typo is forgiven', () => {
    const known = ['payment', 'payments', 'invoice', 'pay'];
    expect(candidateTerms('list in payement', known)).toEqual([['list'], ['payement', 'payment']]);
    expect(candidateTerms('ListInv', known)).toEqual([['list'], ['inv']]);
    expect(candidateTerms('a b', known)).toEqual([]);
  });
});

const queries = [
  'invoice',
  'list',
  'get',
  'voice',
  'i',
  'ge it',
  'list in',
  'createItem',
  'payement',
  'messgae',
];
const more = [
  'http',
  'send a',
  'contoso',
  'invociee',
  'zzzzz',
  'GetInvoice',
  'delete user',
  '/v1',
  'schema',
  'é',
];
const ways: PaletteOptions[] = [
  {},
  { tab: 'custom', role: 'action' },
  { tab: 'built-in' },
  { role: 'trigger' },
];

describe('the search on the server', () => {
  const data = sharedFolder();

  it.skipIf(!data)(
    'answers as the browser does, over the sample and 40 published connectors',
    { timeout: 120_000 },
    async () => {
      const folder = join(data ?? '', 'data', 'connectors');
      const environment = office.addEnvironment('Many');
      const people = office.addPerson('maker', environment);
      const many = await people.api(environment);
      await many.connectors.createFromFile({
        fileName: 'swagger.json',
        text: JSON.stringify(swaggerDocument('127.0.0.1:5080')),
        name: 'Contoso Invoicing',
      });
      let made = 0;
      for (const name of readdirSync(folder).sort()) {
        if (made === 40) break;
        const { text } = decodeDefinition(readFileSync(join(folder, name, 'apiDefinition.swagger.json')));
        await many.connectors.createFromFile({ fileName: name, text, name: `${made} ${name}`.slice(0, 30) });
        made += 1;
      }
      const { total, entries = [] } = await many.connectors.palette();
      const all = [...builtInEntries, ...entries.map(expandEntry)];
      const recent = all.slice(-2).map((entry) => entry.id);
      const inFlow = [all.at(-1)?.owner ?? ''];
      let compared = 0;
      for (const query of [...queries, ...more]) {
        for (const way of ways) {
          const local = searchPalette(all, query, { ...way, recent, inFlow: new Set(inFlow) });
          const { tab, role } = way;
          const remote = await many.connectors.searchOperations({ query, tab, role, recent, inFlow });
          const outline = ({
            entry,
            score,
            ranges,
          }: Pick<PaletteHit, 'score' | 'ranges'> & { entry: { id: string } }) => ({
            id: entry.id,
            score,
            ranges,
          });
          const shown = local.groups ? local.hits.slice(0, 1) : local.hits;
          expect(remote.hits.map(outline), query).toEqual(shown.map(outline));
          expect([remote.total, remote.hidden, remote.suggestion], query).toEqual([
            local.total,
            local.hidden,
            local.suggestion,
          ]);
          const groupsOf = (groups: typeof remote.groups) =>
            groups?.map(({ owner, total, hits }) => [owner, total, hits.map(outline)]);
          expect(groupsOf(remote.groups)).toEqual(groupsOf(local.groups));
          compared += remote.hits.length + (remote.groups?.flatMap((group) => group.hits).length ?? 0);
        }
      }
      console.log(
        `palette: ${total} operations of ${made + 1} connectors, ${compared} hits in the same order`,
      );
      expect(compared).toBeGreaterThan(100);
    },
  );
});
