// Who may call what: every procedure × every role, against a table of its own. A procedure that is not listed fails.
import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/app-error';
import { appRouter } from '@/server/api/router';
import { type Api, type Office, openOffice } from '../../support/office';

const roles = ['administrator', 'maker', 'runner', 'reader'] as const;
type Who = (typeof roles)[number] | 'nobody' | 'server administrator';
const everyone: Who[] = [...roles];
const makers: Who[] = ['administrator', 'maker'];
const runners: Who[] = ['administrator', 'maker', 'runner'];

/** Who gets past the door, whatever they send. A server administrator is an administrator of the environment here. */
const table: Record<string, Who[] | 'anybody'> = {
  'setup.status': 'anybody',
  'setup.create': 'anybody',
  'account.me': everyone,
  'account.changePassword': everyone,
  'hosts.list': [],
  'hosts.allow': [],
  'hosts.remove': [],
  'solutions.list': everyone,
  'solutions.publishers': everyone,
  'solutions.get': everyone,
  'solutions.dependents': everyone,
  'solutions.create': makers,
  'solutions.rename': makers,
  'solutions.remove': makers,
  'connectors.list': everyone,
  'connectors.get': everyone,
  'connectors.forDesigner': everyone,
  'connectors.palette': everyone,
  'connectors.searchOperations': everyone,
  'connectors.dependents': everyone,
  'connectors.download': everyone,
  'connectors.create': makers,
  'connectors.inspect': makers,
  'connectors.createFromFile': makers,
  'connectors.saveDraft': makers,
  'connectors.publish': makers,
  'connectors.discardDraft': makers,
  'connectors.setIcon': makers,
  'connectors.previewUpdate': makers,
  'connectors.applyUpdate': makers,
  'connectors.undoUpdate': makers,
  'connectors.remove': makers,
  'connectors.test': makers,
  'connections.list': everyone,
  'connections.dependents': makers,
  'connections.create': makers,
  'connections.rename': makers,
  'connections.replaceValues': makers,
  'connections.test': makers,
  'connections.remove': makers,
  'flows.list': everyone,
  'flows.get': everyone,
  'flows.runForm': everyone,
  'flows.dependents': everyone,
  'flows.create': makers,
  'flows.saveDraft': makers,
  'flows.publish': makers,
  'flows.discardDraft': makers,
  'flows.rename': makers,
  'flows.setState': makers,
  'flows.remove': makers,
  'runs.resubmit': runners,
  'runs.start': runners,
  'runs.list': everyone,
  'runs.get': everyone,
  'runs.record': everyone,
  'runs.iteration': everyone,
  'runs.iterations': everyone,
  'runs.watch': everyone,
  'runs.cancel': runners,
  'runs.decide': runners,
};

const paths = Object.keys(appRouter._def.procedures);
let office: Office;
const callers = new Map<Who, Api>();

/** Calls with an input that no procedure takes: whoever gets past the door is told so, or answered. */
async function outcome(api: Api, path: string): Promise<string> {
  const [noun = '', verb = ''] = path.split('.');
  const procedure = (api as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[noun]?.[
    verb
  ];
  try {
    await procedure?.({ nonsense: true });
    return 'in';
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const code = error.cause instanceof AppError ? error.cause.code : error.code;
    return code === 'UNAUTHENTICATED' || code === 'FORBIDDEN' ? code : 'in';
  }
}

beforeAll(async () => {
  office = await openOffice();
  for (const role of roles) callers.set(role, await office.addPerson(role).api());
  callers.set(
    'server administrator',
    await office.addPerson('administrator', office.environmentId, 'administrator').api(),
  );
  const { services } = office;
  const { createCaller } = await import('@/server/api/procedure');
  callers.set(
    'nobody',
    createCaller(appRouter)({ services, user: undefined, environmentId: undefined, source: 'test' }),
  );
});
afterAll(() => office.close());

describe('procedures', () => {
  it('each declare a permission and stand in the table', () => {
    for (const path of paths)
      expect(Reflect.get(appRouter._def.procedures, path)?._def.meta?.permission, path).toBeTypeOf('string');
    expect(paths.toSorted()).toEqual(Object.keys(table).toSorted());
    console.log(`permissions: ${paths.length} procedures × ${roles.length + 2} callers`);
  });

  it.each(paths)('%s lets in exactly those it should', async (path) => {
    for (const [who, api] of callers) {
      const allowed = table[path] ?? [];
      const isIn = allowed === 'anybody' || allowed.includes(who) || who === 'server administrator';
      const expected = isIn ? 'in' : who === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      expect(await outcome(api, path), `${path} by ${who}`).toBe(expected);
    }
  });

  it.each(paths.filter((path) => path !== 'setup.status'))(
    '%s refuses keys it does not know',
    async (path) => {
      const api = callers.get('server administrator');
      const [noun = '', verb = ''] = path.split('.');
      const procedure = (
        api as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
      )[noun]?.[verb];
      await expect(procedure?.({ nonsense: true })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    },
  );
});
