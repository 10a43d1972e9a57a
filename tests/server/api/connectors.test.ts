// Connectors from a file to a live version: drafts, stale edits, updates and the way back, icons, names, deleting.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { type Api, type Office, openOffice } from '../../support/office';
import { definition, makeConnection, makeConnector, makeFlow } from './makers';

let office: Office;
let api: Api;
beforeAll(async () => {
  office = await openOffice();
  api = await office.addPerson('maker').api();
});
afterAll(() => office.close());

const png = `data:image/png;base64,${Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]).toString('base64')}`;

describe('a connector from a file', () => {
  const text = JSON.stringify(swaggerDocument('127.0.0.1:5080'), null, 2);

  it('is looked at first, with its nine operations and its security', async () => {
    const seen = await api.connectors.inspect({ fileName: 'swagger.json', text });
    expect(seen).toMatchObject({
      ok: true,
      dialect: '2.0',
      host: '127.0.0.1:5080',
      security: { type: 'apiKey', name: 'X-API-KEY' },
    });
    expect(seen.operations).toHaveLength(9);
    expect(seen.counts).toMatchObject({ error: 0, warning: 1, info: 1 });
  });

  it('keeps the text, leaves out what is not wanted, and is live at once', async () => {
    const { id } = await api.connectors.createFromFile({
      fileName: 'swagger.json',
      text,
      name: 'Contoso Invoicing',
      excluded: ['PayInvoice'],
    });
    const made = await api.connectors.get({ id });
    expect(made).toMatchObject({ slug: 'contoso-invoicing', version: 1, edited: false, revision: 1 });
    expect(made.apiId).toBe('/providers/Microsoft.PowerApps/apis/shared_contoso-invoicing');
    expect(Object.keys(JSON.parse(made.definitionText).paths)).not.toContain('/PayInvoice');
    const listed = (await api.connectors.list()).find((row) => row.id === id);
    expect(listed).toMatchObject({ operations: 8, host: '127.0.0.1:5080', hasDraft: false });
    const whole = await api.connectors.createFromFile({ fileName: 'swagger.json', text, name: 'Whole' });
    expect((await api.connectors.get({ id: whole.id })).definitionText).toBe(text);
  });

  it('is not half made when the file is broken', async () => {
    const before = (await api.connectors.list()).length;
    const broken = '{\n  "swagger": "2.0",\n  "paths": {{\n}';
    const seen = await api.connectors.inspect({ fileName: 'x.json', text: broken });
    expect(seen.ok).toBe(false);
    expect(seen.problems[0]?.message).toMatch(/Line \d+, column \d+/);
    await expect(
      api.connectors.createFromFile({ fileName: 'x.json', text: broken, name: 'Broken' }),
    ).rejects.toThrow(/Line \d+/);
    expect(await api.connectors.list()).toHaveLength(before);
  });

  it('takes a name only once, whatever its case, and gets a slug of its own', async () => {
    await makeConnector(api, 'Names');
    await expect(makeConnector(api, 'NAMES')).rejects.toMatchObject({
      cause: { code: 'NAME_TAKEN', field: 'name' },
    });
    const second = await makeConnector(api, 'Names!');
    const { slug, revision, definitionText, propertiesText } = await api.connectors.get({ id: second });
    expect(slug).toBe('names-2');
    const draft = { id: second, revision, definitionText, propertiesText, name: 'Other' };
    await api.connectors.saveDraft(draft);
    expect(await api.connectors.get({ id: second })).toMatchObject({ name: 'Other', slug: 'names-2' });
    await expect(
      api.connectors.saveDraft({ ...draft, revision: revision + 1, name: 'names' }),
    ).rejects.toMatchObject({ cause: { code: 'NAME_TAKEN', field: 'name' } });
  });
});

describe('the draft of a connector', () => {
  it('is saved only on the revision it began with', async () => {
    const id = await makeConnector(api, 'Drafted');
    const { propertiesText } = await api.connectors.get({ id });
    const definitionText = definition('127.0.0.1:9', { ListThings: '/things', More: '/more' });
    expect(await api.connectors.saveDraft({ id, revision: 1, definitionText, propertiesText })).toEqual({
      revision: 2,
    });
    await expect(
      api.connectors.saveDraft({ id, revision: 1, definitionText: definition('x.test'), propertiesText }),
    ).rejects.toMatchObject({
      cause: { code: 'STALE_EDIT', details: { revision: 2 } },
    });
    expect((await api.connectors.get({ id })).definitionText).toBe(definitionText);
  });

  it('reaches flows when it is published, and a second publishing changes nothing', async () => {
    const id = await makeConnector(api, 'Published');
    const { propertiesText } = await api.connectors.get({ id });
    const definitionText = definition('127.0.0.1:9', { More: '/more' });
    const live = async () => (await api.connectors.forDesigner()).find((row) => row.id === id);
    const { revision } = await api.connectors.saveDraft({ id, revision: 1, definitionText, propertiesText });
    expect((await live())?.definitionText).not.toBe(definitionText);
    expect(await api.connectors.publish({ id, revision })).toEqual({ version: 2 });
    expect(await live()).toMatchObject({ definitionText, version: 2 });
    expect(await api.connectors.publish({ id, revision })).toEqual({ version: 2 });
  });

  it('goes back to the live version when it is discarded', async () => {
    const id = await makeConnector(api, 'Discarded');
    const first = await api.connectors.get({ id });
    await api.connectors.saveDraft({
      id,
      revision: 1,
      definitionText: definition('x.test'),
      propertiesText: first.propertiesText,
    });
    await api.connectors.discardDraft({ id, revision: 2 });
    expect(await api.connectors.get({ id })).toMatchObject({
      definitionText: first.definitionText,
      edited: false,
      revision: 3,
    });
  });

  it('is kept when the text that is sent is not JSON', async () => {
    const id = await makeConnector(api, 'Kept');
    const before = await api.connectors.get({ id });
    const broken = { id, revision: 1, definitionText: '{ "swagger"', propertiesText: before.propertiesText };
    await expect(api.connectors.saveDraft(broken)).rejects.toMatchObject({
      cause: { code: 'INVALID_INPUT', field: 'definitionText' },
    });
    expect(await api.connectors.get({ id })).toEqual(before);
  });
});

describe('an update from a file', () => {
  it('lists what it changes, applies it, and Undo restores the former state exactly', async () => {
    const id = await makeConnector(api, 'Updated');
    const connection = await makeConnection(api, id, 'For updated');
    const flow = await makeFlow(api, id, connection, 'Uses updated');
    const file = { fileName: 'new.json', text: definition('127.0.0.1:9', { NewThings: '/new' }) };
    const preview = await api.connectors.previewUpdate({ id, ...file });
    expect(preview.ok).toBe(true);
    expect(preview.changes.length).toBeGreaterThan(0);
    expect(preview.impact).toMatchObject([{ flowId: flow, action: 'List_things' }]);
    const before = await api.connectors.get({ id });
    const { revision } = await api.connectors.applyUpdate({ id, revision: 1, ...file });
    const after = await api.connectors.get({ id });
    expect(Object.keys(JSON.parse(after.definitionText).paths)).toContain('/new');
    expect(after).toMatchObject({ canUndoUpdate: true, edited: true });
    await api.connectors.undoUpdate({ id, revision });
    const undone = await api.connectors.get({ id });
    expect(undone.definitionText).toBe(before.definitionText);
    expect(undone.propertiesText).toBe(before.propertiesText);
    expect(undone).toMatchObject({ canUndoUpdate: false, edited: false });
    await expect(api.connectors.undoUpdate({ id, revision: undone.revision })).rejects.toMatchObject({
      cause: { code: 'NOT_READY' },
    });
  });
});

describe('an icon', () => {
  it('is a picture by its first bytes, not by its name', async () => {
    const id = await makeConnector(api, 'Pictured');
    expect((await api.connectors.setIcon({ id, iconDataUrl: png })).iconUrl).toMatch(
      new RegExp(`^/api/icons/${id}\\?v=[0-9a-f]+$`),
    );
    const html = `data:image/png;base64,${Buffer.from('<html><script>alert(1)</script>').toString('base64')}`;
    await expect(api.connectors.setIcon({ id, iconDataUrl: html })).rejects.toMatchObject({
      cause: { code: 'INVALID_INPUT', field: 'iconDataUrl' },
    });
    const large = `data:image/png;base64,${Buffer.concat([Buffer.from(png.slice(22), 'base64'), Buffer.alloc(1_100_000)]).toString('base64')}`;
    await expect(api.connectors.setIcon({ id, iconDataUrl: large })).rejects.toThrow();
    await api.connectors.setIcon({ id, iconDataUrl: null });
    expect((await api.connectors.get({ id })).iconUrl).toBeUndefined();
  });
});

describe('deleting a connector', () => {
  it('names the flows and connections that depend on it, and takes the connections with it when confirmed', async () => {
    const id = await makeConnector(api, 'Needed');
    const connection = await makeConnection(api, id, 'Its connection');
    const flow = await makeFlow(api, id, connection, 'Its flow');
    await expect(api.connectors.remove({ id })).rejects.toMatchObject({
      cause: {
        code: 'HAS_DEPENDENTS',
        details: {
          flows: [{ id: flow, name: 'Its flow' }],
          connections: [{ id: connection, name: 'Its connection' }],
        },
      },
    });
    const run = await api.runs.start({ flowId: flow });
    await api.connectors.remove({ id, confirm: true });
    expect((await api.connections.list()).some((row) => row.id === connection)).toBe(false);
    expect((await api.runs.get({ id: run.runId })).connectors).toMatchObject([{ id, version: 1 }]);
    expect((await api.flows.get({ id: flow })).name).toBe('Its flow');
  });
});
