// The server without pages, on a folder of its own: services, callers for people with roles, and a listener on a free port.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'next-auth/jwt';
import { insertEnvironment, insertMember, listEnvironments } from '@/db/queries/environment';
import { insertUser } from '@/db/queries/user';
import { createCaller } from '@/server/api/procedure';
import { appRouter } from '@/server/api/router';
import { hashPassword } from '@/server/auth/password';
import type { Role } from '@/server/auth/permissions';
import { handleApi } from '@/server/http/api-handler';
import { createListener } from '@/server/listener';
import { openServices } from '@/server/open-services';
import type { Services } from '@/server/services';
import { readSettings } from '@/server/settings';

export const password = 'a-long-enough-password';

const makeCaller = createCaller(appRouter);
export type Api = ReturnType<typeof makeCaller>;

export interface Person {
  userId: string;
  email: string;
  /** A Cookie header with a session of this person. */
  cookie(): Promise<string>;
  /** Procedures as this person, in this environment. */
  api(
    environmentId?: string,
  ): Promise<ReturnType<ReturnType<typeof createCaller<typeof appRouter._def.record>>>>;
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** `env` are environment variables on top of those of the test. */
export async function openOffice(env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'flowright-office-'));
  const settings = readSettings({
    FLOWRIGHT_DATA: join(folder, 'data'),
    FLOWRIGHT_KEY_FILE: join(folder, 'key'),
    PORT: '0',
    ...env,
  });
  const address = { url: 'http://127.0.0.1:1' };
  const { services, close } = openServices({ settings, publicUrl: () => address.url });
  await services.runner.start();
  const environmentId = listEnvironments(services.database)[0]?.id ?? '';
  const passwordHash = await hashPassword(password);
  let listener: ReturnType<typeof createListener> | undefined;

  return {
    services,
    settings,
    environmentId,
    /** A second environment that nobody belongs to yet. */
    addEnvironment(name: string): string {
      const id = randomUUID();
      insertEnvironment(services.database, { id, name, color: '#000000', createdAt: Date.now() });
      return id;
    },
    /** Somebody with a role in an environment, the first one unless it is named. */
    addPerson(
      role: Role,
      environment = environmentId,
      serverRole: 'administrator' | 'member' = 'member',
    ): Person {
      const userId = randomUUID();
      const email = `${userId}@example.test`;
      const createdAt = Date.now();
      insertUser(services.database, {
        id: userId,
        email,
        name: role,
        role: serverRole,
        passwordHash,
        createdAt,
      });
      insertMember(services.database, { environmentId: environment, userId, role, createdAt });
      return makePerson(services, userId, email);
    },
    /** Address of a listener with everything but pages. */
    async listen(): Promise<string> {
      listener = createListener({
        settings,
        development: false,
        upgrade: undefined,
        backend: async () => ({
          handle: (request, response) => handleApi(services, request, response),
          setupCode: services.setup.code,
          copy: undefined,
          stop: close,
        }),
        pages: async (_request, response) => {
          response.writeHead(404).end('no page here');
        },
      });
      await listener.open();
      address.url = `http://127.0.0.1:${listener.port()}`;
      return address.url;
    },
    async close() {
      await listener?.close(0);
      await close({ graceMs: 0 });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makePerson(services: Services, userId: string, email: string): Person {
  async function signIn() {
    const signedIn = await services.auth.signIn({ email, password, source: 'test' });
    if (signedIn === undefined) throw new Error('sign-in failed');
    return signedIn;
  }
  async function cookie(): Promise<string> {
    const { sessionId, sessionVersion } = await signIn();
    const token = await encode({
      token: { sub: userId, sessionId, sessionVersion },
      secret: services.auth.secret,
    });
    return `next-auth.session-token=${token}`;
  }
  return {
    userId,
    email,
    cookie,
    async api(environmentId) {
      const user = await services.auth.readSession(await cookie());
      return makeCaller({ services, user, environmentId, source: 'test' });
    },
  };
}
