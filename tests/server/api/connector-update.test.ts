// Update from a file, through the API: what was compared is what is changed, and Undo restores every byte.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findConnector } from '@/db/queries/connector';
import { openApiDocument } from '@/samples/contoso-invoicing/openapi';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { editAsAuthor, editAsMaker, randomEdits } from '../../lib/connector/random-edits';
import { type Api, type Office, openOffice } from '../../support/office';
import { definition, makeConnection, makeConnector, makeFlow } from './makers';

let office: Office;
let api: Api;
beforeAll(async () => {
  office = await openOffice();
  api = await office.addPerson('maker').api();
});
afterAll(() => office.close());

const swagger = JSON.parse(JSON.stringify(swaggerDocument('127.0.0.1:5080')));
const openApi = JSON.parse(JSON.stringify(openApiDocument('127.0.0.1:5080')));

describe('an update', () => {
  const file = { fileName: 'new.json', text: definition('127.0.0.1:9', { NewThings: '/new' }) };

  it('is done only to the draft that was compared', async () => {
    const id = await makeConnector(api, 'Compared');
    const { revision } = await api.connectors.previewUpdate({ id, ...file });
    const { propertiesText } = await api.connectors.get({ id });
    const definitionText = definition('127.0.0.1:9', { Meanwhile: '/meanwhile' });
    await api.connectors.saveDraft({ id, revision, definitionText, propertiesText });
    await expect(api.connectors.applyUpdate({ id, revision, ...file })).rejects.toMatchObject({
      cause: { code: 'STALE_EDIT' },
    });
    const again = await api.connectors.previewUpdate({ id, ...file });
    expect(again.revision).toBe(revision + 1);
    await api.connectors.applyUpdate({ id, revision: again.revision, ...file });
  });

  it('names the steps whose operation has another ID now', async () => {
    const id = await makeConnector(api, 'Renamed');
    const flow = await makeFlow(api, id, await makeConnection(api, id, 'For renamed'), 'Uses renamed');
    const text = definition('127.0.0.1:9', { ListAllThings: '/things' });
    const { impact } = await api.connectors.previewUpdate({ id, fileName: 'a', text });
    expect(impact).toEqual([
      {
        flowId: flow,
        flowName: 'Uses renamed',
        action: 'List_things',
        reason: 'The operation ListThings is now called ListAllThings.',
      },
    ]);
  });

  it('leaves out what was left out at the import, and takes it in when asked', async () => {
    const operations = { ListThings: '/things', More: '/more' };
    const text = definition('127.0.0.1:9', operations);
    const { id } = await api.connectors.createFromFile({
      fileName: 'a',
      text,
      name: 'Partly',
      excluded: ['More'],
    });
    const newer = { fileName: 'b', text: definition('127.0.0.1:9', { ...operations, Third: '/third' }) };
    const preview = await api.connectors.previewUpdate({ id, ...newer });
    expect(preview.leftOut).toEqual([{ id: 'More', label: 'More (GET /more)' }]);
    const { revision } = preview;
    await api.connectors.applyUpdate({ id, revision, ...newer, takenBack: ['More'] });
    const { definitionText } = await api.connectors.get({ id });
    expect(Object.keys(JSON.parse(definitionText).paths)).toEqual(['/things', '/more', '/third']);
  });
});

describe('Undo', () => {
  it('restores text, properties and last import byte for byte, whatever was edited and updated', async () => {
    const row = (id: string) => {
      const found = findConnector(office.services.database, office.environmentId, id);
      return [found?.definitionText, found?.propertiesText, found?.sourceText, found?.edited];
    };
    let count = 0;
    const property = fc.asyncProperty(
      randomEdits(4),
      randomEdits(4),
      fc.constantFrom(swagger, openApi),
      fc.constantFrom(swagger, openApi),
      async (makers, authors, source, target) => {
        count += 1;
        const text = JSON.stringify(source, null, 3).replaceAll('\n', '\r\n');
        const { id } = await api.connectors.createFromFile({ fileName: 'a', text, name: `Undone ${count}` });
        const first = await api.connectors.get({ id });
        await api.connectors.saveDraft({
          id,
          revision: first.revision,
          definitionText: `${JSON.stringify(editAsMaker(source, makers), null, '\t')}\n\n`,
          propertiesText: `${first.propertiesText}\n `,
        });
        const before = row(id);
        const file = { fileName: 'b', text: JSON.stringify(editAsAuthor(target, authors)) };
        const { revision } = await api.connectors.previewUpdate({ id, ...file });
        const applied = await api.connectors.applyUpdate({ id, revision, ...file });
        expect(row(id)[2]).toBe(file.text);
        await api.connectors.undoUpdate({ id, revision: applied.revision });
        expect(row(id)).toEqual(before);
      },
    );
    await fc.assert(property, { numRuns: 25, seed: 7 });
  });
});
