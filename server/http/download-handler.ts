// `/api/runs/{runId}/records/{name}/{inputs|outputs}?iteration=For_each:3/Inner:0`: a value of the history, whole.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listMemberships } from '@/db/queries/environment';
import { findRun } from '@/db/queries/run-list';
import { AppError } from '@/lib/app-error';
import { readIterationPath } from '@/lib/engine/record';
import { roleMay } from '../auth/permissions';
import { readWholeValue } from '../run/views';
import type { Scope, Services } from '../services';
import { answerError } from './answer';

export const downloadPath = '/api/runs/';

const address = /^\/api\/runs\/([^/]+)\/records\/([^/]+)\/(inputs|outputs)$/;

export async function handleDownload(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const url = new URL(request.url ?? '', 'http://server');
    const [, runId, name, which] = address.exec(url.pathname) ?? [];
    if (runId === undefined || name === undefined || request.method !== 'GET')
      throw new AppError('NOT_FOUND');
    const scope = await findScope(services, request, runId);
    const iteration = readIterationPath(url.searchParams.get('iteration') ?? '');
    const key = { runId, name: decodeName(name), iteration };
    const text = readWholeValue(scope, key, which === 'inputs' ? 'inputs' : 'outputs');
    response.writeHead(200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${which}.json"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
    });
    response.end(text);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    answerError(response, error.code, error.message);
  }
}

/** The environment is that of the run; it has to be one of the user's own. */
async function findScope(services: Services, request: IncomingMessage, runId: string): Promise<Scope> {
  const user = await services.auth.readSession(request.headers.cookie);
  if (user === undefined) throw new AppError('UNAUTHENTICATED');
  for (const { id, role } of listMemberships(services.database, user.userId)) {
    if (findRun(services.database, id, runId) === undefined) continue;
    if (!roleMay(role, 'run.read')) throw new AppError('FORBIDDEN');
    return { services, environmentId: id, role, user };
  }
  throw new AppError('NOT_FOUND');
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AppError('NOT_FOUND');
  }
}
