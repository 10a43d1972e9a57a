// Flows and runs through procedures: drafts, versions, state, history.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '@/lib/limits';
import { type Api, type Office, openOffice } from '../../support/office';

let office: Office;
let api: Api;
beforeAll(async () => {
  office = await openOffice();
  api = await office.addPerson('maker').api();
});
afterAll(() => office.close());

async function composeFlow(
  name: string,
  actions: Record<string, unknown>,
  trigger: 'button' | 'http' = 'button',
) {
  const { id } = await api.flows.create({ name, trigger });
  const flow = await api.flows.get({ id });
  const definitionText = JSON.stringify({ ...JSON.parse(flow.definitionText), actions }, null, 2);
  const saved = await api.flows.saveDraft({ id, revision: flow.revision, definitionText, references: {} });
  return { id, revision: saved.revision, definitionText };
}

async function finished(runId: string) {
  await office.services.runner.ended(runId);
  return (await api.runs.get({ id: runId })).run;
}

const compose = (inputs: unknown) => ({ Compose: { type: 'Compose', inputs, runAfter: {} } });

describe('a new flow', () => {
  it('begins with the trigger of its template, on, never saved', async () => {
    const { id } = await api.flows.create({ name: 'Fresh', trigger: 'button' });
    const flow = await api.flows.get({ id });
    expect(flow).toMatchObject({
      state: 'on',
      version: 0,
      edited: true,
      origin: 'flowright',
      hookUrl: undefined,
    });
    expect(JSON.parse(flow.definitionText).triggers).toEqual({
      manual: {
        type: 'Request',
        kind: 'Button',
        inputs: { schema: { type: 'object', properties: {}, required: [] } },
      },
    });
    await expect(api.flows.create({ name: 'fresh', trigger: 'button' })).rejects.toMatchObject({
      cause: { code: 'NAME_TAKEN' },
    });
  });

  it('runs as a draft before it is saved, and live only afterwards', async () => {
    const { id, revision } = await composeFlow('Draft first', compose('@add(1, 2)'));
    await expect(api.runs.start({ flowId: id })).rejects.toMatchObject({ cause: { code: 'NOT_READY' } });
    const draft = await api.runs.start({ flowId: id, draft: true });
    expect(await finished(draft.runId)).toMatchObject({ status: 'Succeeded', kind: 'draft' });
    await api.flows.publish({ id, revision });
    const live = await api.runs.start({ flowId: id });
    expect(await finished(live.runId)).toMatchObject({ status: 'Succeeded', kind: 'live', version: 1 });
    const record = await api.runs.record({ runId: live.runId, name: 'Compose' });
    expect(record.outputs).toEqual({ text: '3', bytes: 1, truncated: false });
  });

  it('does not run while it is off', async () => {
    const { id, revision } = await composeFlow('Switched off', compose(1));
    await api.flows.publish({ id, revision });
    await api.flows.setState({ id, state: 'off' });
    await expect(api.runs.start({ flowId: id })).rejects.toMatchObject({ cause: { code: 'NOT_READY' } });
  });
});

describe('the draft of a flow', () => {
  it('is refused when another window saved first, and nothing of it is stored', async () => {
    const { id, revision, definitionText } = await composeFlow('Two windows', compose(1));
    const stale = {
      id,
      revision: revision - 1,
      definitionText: definitionText.replace('"inputs": 1', '"inputs": 2'),
      references: {},
    };
    await expect(api.flows.saveDraft(stale)).rejects.toMatchObject({
      cause: { code: 'STALE_EDIT', details: { revision } },
    });
    expect((await api.flows.get({ id })).definitionText).toBe(definitionText);
    await expect(api.flows.publish({ id, revision: revision - 1 })).rejects.toMatchObject({
      cause: { code: 'STALE_EDIT' },
    });
  });

  it('keeps the text to the byte, and a run keeps the version it began with', async () => {
    const { id, revision, definitionText } = await composeFlow('Versions', compose('one'));
    await api.flows.publish({ id, revision });
    const { runId } = await api.runs.start({ flowId: id });
    const next = definitionText.replace('"one"', '"two"');
    const saved = await api.flows.saveDraft({ id, revision, definitionText: next, references: {} });
    expect(await api.flows.publish({ id, revision: saved.revision, note: 'second' })).toEqual({ version: 2 });
    expect((await api.runs.get({ id: runId })).definitionText).toBe(definitionText);
    expect((await api.flows.get({ id })).definitionText).toBe(next);
    await api.flows.remove({ id, confirm: true });
    expect((await api.runs.get({ id: runId })).definitionText).toBe(definitionText);
  });

  it('goes back to what is live, and says so when nothing is', async () => {
    const { id, revision, definitionText } = await composeFlow('Discard', compose('one'));
    await expect(api.flows.discardDraft({ id, revision })).rejects.toMatchObject({
      cause: { code: 'NOT_READY' },
    });
    await api.flows.publish({ id, revision });
    const saved = await api.flows.saveDraft({
      id,
      revision,
      definitionText: definitionText.replace('one', 'two'),
      references: {},
    });
    await expect(api.flows.discardDraft({ id, revision })).rejects.toMatchObject({
      cause: { code: 'STALE_EDIT', details: { revision: saved.revision } },
    });
    await api.flows.discardDraft({ id, revision: saved.revision });
    expect(await api.flows.get({ id })).toMatchObject({ definitionText, edited: false });
  });

  it('says whether it differs from what is live, also when it comes back to it', async () => {
    const { id, revision, definitionText } = await composeFlow('Edited', compose('one'));
    await api.flows.publish({ id, revision });
    const next = { id, references: {}, definitionText: definitionText.replace('one', 'two') };
    const changed = await api.flows.saveDraft({ ...next, revision });
    expect(changed.edited).toBe(true);
    const back = await api.flows.saveDraft({ ...next, revision: changed.revision, definitionText });
    expect(back.edited).toBe(false);
  });

  it('is a JSON object with triggers and actions', async () => {
    const { id } = await api.flows.create({ name: 'Shape', trigger: 'button' });
    for (const definitionText of ['', '[]', '{}', '{"triggers":{}}', '{"triggers":{},"actions":[]}']) {
      await expect(
        api.flows.saveDraft({ id, revision: 1, definitionText, references: {} }),
      ).rejects.toMatchObject({
        cause: { code: 'INVALID_INPUT', field: 'definitionText' },
      });
    }
  });
});

describe('runs', () => {
  it('ask for the inputs that the trigger requires', async () => {
    const { id } = await api.flows.create({ name: 'Asks', trigger: 'button' });
    const flow = await api.flows.get({ id });
    const definition = JSON.parse(flow.definitionText);
    definition.triggers.manual.inputs.schema = {
      type: 'object',
      properties: { text: { type: 'string', title: 'Reason' } },
      required: ['text'],
    };
    definition.actions = compose("@triggerBody()?['text']");
    await api.flows.saveDraft({
      id,
      revision: flow.revision,
      definitionText: JSON.stringify(definition),
      references: {},
    });
    await expect(api.runs.start({ flowId: id, draft: true })).rejects.toMatchObject({
      cause: { code: 'INVALID_INPUT', field: 'inputs.text', message: '“Reason” is needed.' },
    });
    const { runId } = await api.runs.start({ flowId: id, draft: true, inputs: { text: 'because' } });
    await finished(runId);
    expect((await api.runs.record({ runId, name: 'Compose' })).outputs?.text).toBe('"because"');
  });

  it('are listed newest first, page by page, by flow and by status', async () => {
    const { id, revision } = await composeFlow('Listed', compose('@div(1, 0)'));
    await api.flows.publish({ id, revision });
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const { runId } = await api.runs.start({ flowId: id });
      await finished(runId);
      ids.unshift(runId);
    }
    const first = await api.runs.list({ flowId: id, limit: 3 });
    const second = await api.runs.list({ flowId: id, limit: 3, before: first.next });
    expect([...first.runs, ...second.runs].map((run) => run.id)).toEqual(ids);
    expect(second.next).toBeUndefined();
    expect((await api.runs.list({ flowId: id, status: 'Succeeded' })).runs).toEqual([]);
    const [row] = (await api.flows.list()).filter((flow) => flow.id === id);
    expect(row).toMatchObject({ lastRun: { id: ids[0], status: 'Failed' }, runs24h: { ok: 0, failed: 5 } });
  });

  it('show large values cut, and whole on download', async () => {
    const large = 'é'.repeat(limits.viewBytes.value);
    const { id } = await composeFlow('Large', compose(large));
    const { runId } = await api.runs.start({ flowId: id, draft: true });
    await finished(runId);
    const { outputs } = await api.runs.record({ runId, name: 'Compose' });
    expect(outputs).toMatchObject({ truncated: true, bytes: large.length * 2 + 2 });
    expect(Buffer.byteLength(outputs?.text ?? '')).toBeLessThanOrEqual(limits.viewBytes.value);
    expect(outputs?.text).not.toContain('\uFFFD');
  });
});
