// Reads whatever was thrown (mostly a tRPC client error) into a sentence for people and details for copying.
export interface ErrorDescription {
  message: string;
  /** NOT_FOUND, STALE_EDIT, … when the server said so. */
  code: string | undefined;
  field: string | undefined;
  /** The sentence for each field that breaks a rule. */
  fields: Record<string, string>;
  /** False when nothing came back: the server is down or the network is. */
  answered: boolean;
  details: string;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const offline = /failed to fetch|networkerror|load failed|fetch failed/i;

export function describeError(error: unknown): ErrorDescription {
  const data = property(error, 'data');
  const appError = property(data, 'appError');
  const code = text(property(appError, 'code'));
  const answered = data !== undefined && data !== null;
  const raw = text(property(error, 'message')) ?? 'Something went wrong.';
  const message = !answered && offline.test(raw) ? 'The server did not answer. Is it still running?' : raw;
  const details = [
    message,
    code && `code: ${code}`,
    text(property(data, 'path')) && `call: ${String(property(data, 'path'))}`,
    typeof window === 'undefined' ? undefined : `page: ${window.location.pathname}`,
    `time: ${new Date().toISOString()}`,
  ];
  const field = text(property(appError, 'field'));
  const several = property(appError, 'fields') as Record<string, string> | undefined;
  return {
    message,
    code,
    field,
    fields: several ?? (field === undefined ? {} : { [field]: message }),
    answered,
    details: details.filter(Boolean).join('\n'),
  };
}
