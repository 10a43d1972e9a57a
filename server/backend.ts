// Everything behind the pages, as the listener sees it. Made once per process; in development it is made anew when its
// sources change, while the pages stay up.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openAuthDoor } from './auth/door';
import { handleApi } from './http/api-handler';
import { type BackendOptions, openServices } from './open-services';
import type { StopOptions } from './runner/perform';

export interface Backend {
  /** True when the request was answered; else it is a page. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Digits to print, where the first-run page asks for them. */
  setupCode: string | undefined;
  /** Path of the copy of an older database, where one was made. */
  copy: string | undefined;
  stop(options: StopOptions): Promise<void>;
}

export async function startBackend(options: BackendOptions): Promise<Backend> {
  const { services, copy, close } = openServices(options);
  openAuthDoor(services.auth);
  await services.runner.start();
  return {
    handle: (request, response) => handleApi(services, request, response),
    setupCode: services.setup.code,
    copy,
    stop: close,
  };
}
