// One draft nested twenty thousand levels deep was stored, and stopped every preview of an update in its environment.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, openOffice } from '../support/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

function nested(levels: number): string {
  const action = `${'{"type":"Scope","actions":{"s":'.repeat(levels)}{"type":"Compose"}${'}}'.repeat(levels)}`;
  return `{"triggers":{"m":{"type":"Request","kind":"Http"}},"actions":{"a":${action}}}`;
}

it('refuses a draft that is nested beyond the limit of documents', async () => {
  const api = await office.addPerson('maker').api();
  const { id } = await api.flows.create({ name: 'Deep', trigger: 'http' });
  const save = (definitionText: string, revision: number) =>
    api.flows.saveDraft({ id, revision, definitionText, references: {} });
  const saved = await save(nested(32), 1);
  for (const levels of [60, 20_000])
    await expect(save(nested(levels), saved.revision)).rejects.toThrow('nested up to 100 levels');
});
