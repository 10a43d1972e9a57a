// What an answer of a test call means, in a sentence: what to try where it is not the one that was hoped for.
import { isJsonObject, type JsonValue, ownProperty } from '@/lib/json';

export interface TestResponseData {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: string;
  bytes: number;
  duration: number;
  truncated: boolean;
}

/** The body as it is shown, and its value where it is JSON. */
export interface ReadBody {
  text: string;
  json: JsonValue | undefined;
  /** Bytes, shown as base64: there is no schema to hold them against. */
  isBinary: boolean;
}

export function readBody(text: string): ReadBody {
  try {
    const json = JSON.parse(text) as JsonValue;
    const isBinary = isJsonObject(json) && ownProperty(json, '$content-type') !== undefined;
    return { text: JSON.stringify(json, null, 2), json, isBinary };
  } catch {
    return { text, json: undefined, isBinary: false };
  }
}

/** What the call carried: a connection's credentials, or why there were none. */
export type SentCredentials = 'sent' | 'no-connection' | 'no-security' | 'unsupported';

const refusals: Record<SentCredentials, string> = {
  sent: 'The service rejected the credentials. Check where the key belongs, or use another one.',
  'no-connection': 'The service asks for credentials. Make a connection, then test again.',
  'no-security':
    'The service asks for credentials, and this connector sends none. Choose under Security how calls are signed.',
  unsupported:
    'The service asks for credentials, and the sign-in of this connector is not supported. Choose another way under Security.',
};

export function answerNote(
  response: TestResponseData,
  body: ReadBody,
  credentials: SentCredentials = 'sent',
): string | undefined {
  const { status } = response;
  const header = (name: string) =>
    Object.entries(response.headers).find(([key]) => key.toLowerCase() === name)?.[1];
  if (status >= 300 && status < 400) {
    const location = header('location');
    return `Redirects are not followed.${location ? ` The service points to ${location}.` : ''}`;
  }
  if (status === 401 || status === 403) return refusals[credentials];
  if (status === 404)
    return 'The service has nothing at this address. Check the path, the base URL and the inputs.';
  if (status === 429) {
    const wait = header('retry-after');
    return `The service asks for a pause.${wait ? ` It says: try again after ${wait}.` : ''}`;
  }
  if (status >= 500) return 'The service failed. Its answer may say why; what it was sent is under Request.';
  if (status >= 400) return 'The service refused the request. Its answer usually says which input is wrong.';
  if (response.bytes === 0) return 'The answer has no body.';
  if (body.isBinary) return 'The answer is a file. Its content is shown as base64.';
  if (response.truncated) return 'The body is cut in view, so it is not compared with the schema.';
  const isCalledJson = /[/+]json\b/i.test(header('content-type') ?? '');
  if (isCalledJson && body.json === undefined)
    return 'The service calls this JSON, but it does not read as JSON.';
  return undefined;
}
