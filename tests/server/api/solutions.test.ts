// Solutions: names that are free or taken, renaming, what is inside, and deleting only what is empty.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, type Office, openOffice } from '../../support/office';
import { definition } from './makers';

let office: Office;
let api: Api;
let publisherId = '';

beforeAll(async () => {
  office = await openOffice();
  api = (await office.addPerson('maker').api()) as Api;
  publisherId = (await api.solutions.publishers())[0]?.id ?? '';
});
afterAll(() => office.close());

const make = (displayName: string, uniqueName?: string) =>
  api.solutions.create({ displayName, publisherId, ...(uniqueName ? { uniqueName } : {}) });

describe('A new solution', () => {
  test('stands with its publisher, its name and a first version', async () => {
    const { id } = await make('Contoso invoicing', 'ContosoInvoicing');
    expect(await api.solutions.get({ id })).toMatchObject({
      displayName: 'Contoso invoicing',
      uniqueName: 'ContosoInvoicing',
      publisher: 'CDS Default Publisher',
      version: '1.0.0.0',
      objects: [],
    });
  });

  test('gets a free name of its display name where none is given', async () => {
    const { id } = await make('Plan 1');
    const second = await make('Plan-1');
    expect((await api.solutions.get({ id })).uniqueName).toBe('Plan1');
    expect((await api.solutions.get(second)).uniqueName).toBe('Plan12');
  });

  test('is refused beside the display name where that is taken, whatever its case', async () => {
    await make('Taken');
    await expect(make('TAKEN', 'Free')).rejects.toMatchObject({
      cause: { code: 'NAME_TAKEN', field: 'displayName' },
      message: '“TAKEN” exists already in this environment. Choose another name.',
    });
  });

  test('is refused beside the name where only that is taken', async () => {
    await make('One', 'Shared');
    await expect(make('Two', 'Shared')).rejects.toMatchObject({
      cause: { code: 'NAME_TAKEN', field: 'uniqueName' },
      message: '“Shared” exists already in this environment. Choose another name.',
    });
  });

  test('is refused where the name breaks a rule or the publisher is unknown', async () => {
    await expect(make('Rules', 'a b')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(
      api.solutions.create({ displayName: 'Unknown', publisherId: 'nobody' }),
    ).rejects.toMatchObject({ cause: { code: 'NOT_FOUND', field: 'publisherId' } });
  });
});

describe('Renaming a solution', () => {
  test('changes its display name and nothing else', async () => {
    const { id } = await make('Before', 'Stays');
    await api.solutions.rename({ id, displayName: 'After' });
    expect(await api.solutions.get({ id })).toMatchObject({ displayName: 'After', uniqueName: 'Stays' });
  });

  test('is refused where the name is taken; its own name in another case is not', async () => {
    await make('Occupied');
    const { id } = await make('Mover');
    await expect(api.solutions.rename({ id, displayName: 'occupied' })).rejects.toMatchObject({
      cause: { code: 'NAME_TAKEN', field: 'displayName' },
    });
    await api.solutions.rename({ id, displayName: 'MOVER' });
    expect((await api.solutions.get({ id })).displayName).toBe('MOVER');
  });
});

describe('Deleting a solution', () => {
  test('is refused while something is inside, and names it', async () => {
    const { id } = await make('Full');
    const connector = await api.connectors.createFromFile({
      fileName: 'things.json',
      text: definition('127.0.0.1:9'),
      name: 'Inside',
      solutionId: id,
    });
    const flow = await api.flows.create({ name: 'Flow inside', trigger: 'button', solutionId: id });
    expect(await api.solutions.dependents({ id })).toEqual({
      connectors: [{ id: connector.id, name: 'Inside' }],
      flows: [{ id: flow.id, name: 'Flow inside' }],
    });
    await expect(api.solutions.remove({ id })).rejects.toMatchObject({
      cause: {
        code: 'HAS_DEPENDENTS',
        message: '“Full” still holds 2 objects. Delete them first.',
        details: { connectors: [{ name: 'Inside' }], flows: [{ name: 'Flow inside' }] },
      },
    });
    await api.flows.remove({ id: flow.id, confirm: true });
    await api.connectors.remove({ id: connector.id, confirm: true });
    await api.solutions.remove({ id });
    await expect(api.solutions.get({ id })).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
  });
});
