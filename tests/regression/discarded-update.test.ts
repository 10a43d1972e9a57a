// Discarding a draft after an update kept the new file as the last import. The next update from that same file then saw
// the old texts as edits of the maker's, listed them as kept, and never took the new ones. Discarding named no revision,
// so it could throw away what somebody else had just saved.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { definition } from '../server/api/makers';
import { type Api, type Office, openOffice } from '../support/office';

let office: Office;
let api: Api;
beforeAll(async () => {
  office = await openOffice();
  api = await office.addPerson('maker').api();
});
afterAll(() => office.close());

const version = (summary: string) =>
  definition('127.0.0.1:9').replace('"summary": "ListThings"', `"summary": "${summary}"`);
const file = (summary: string) => ({ fileName: `${summary}.json`, text: version(summary) });

async function make(name: string): Promise<string> {
  return (await api.connectors.createFromFile({ ...file('First'), name })).id;
}

async function apply(id: string, summary: string): Promise<number> {
  const { revision } = await api.connectors.get({ id });
  return (await api.connectors.applyUpdate({ id, revision, ...file(summary) })).revision;
}

async function labels(id: string, summary: string) {
  const { changes, kept } = await api.connectors.previewUpdate({ id, ...file(summary) });
  return { changes: changes.map(({ label }) => label), kept };
}

it('leaves the next update as it would have been', async () => {
  const id = await make('Once');
  const before = await labels(id, 'Second');
  const revision = await apply(id, 'Second');
  await api.connectors.discardDraft({ id, revision });
  expect(await labels(id, 'Second')).toEqual(before);
  expect(before).toEqual({ changes: ['Second: summary First becomes Second'], kept: [] });
  expect(await api.connectors.get({ id })).toMatchObject({ edited: false, canUndoUpdate: false });
});

it('goes back over several updates to the file of the live version', async () => {
  const id = await make('Twice');
  await api.connectors.publish({ id, revision: await apply(id, 'Second') });
  await apply(id, 'Third');
  const revision = await apply(id, 'Fourth');
  await api.connectors.discardDraft({ id, revision });
  expect(await labels(id, 'Fourth')).toEqual({
    changes: ['Fourth: summary Second becomes Fourth'],
    kept: [],
  });
});

it('keeps the way back over an update that is live', async () => {
  const id = await make('Kept');
  const revision = await apply(id, 'Second');
  await api.connectors.publish({ id, revision });
  const { propertiesText } = await api.connectors.get({ id });
  const edited = await api.connectors.saveDraft({
    id,
    revision,
    definitionText: version('Edited'),
    propertiesText,
  });
  await api.connectors.discardDraft({ id, revision: edited.revision });
  expect(await api.connectors.get({ id })).toMatchObject({
    definitionText: version('Second'),
    canUndoUpdate: true,
  });
});

it('is refused for a draft that was changed meanwhile', async () => {
  const id = await make('Stale');
  const revision = await apply(id, 'Second');
  await expect(api.connectors.discardDraft({ id, revision: revision - 1 })).rejects.toMatchObject({
    cause: { code: 'STALE_EDIT', details: { revision } },
  });
  expect(await api.connectors.get({ id })).toMatchObject({ definitionText: version('Second'), revision });
});
