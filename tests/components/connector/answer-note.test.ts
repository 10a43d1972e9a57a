import { describe, expect, it } from 'vitest';
import { answerNote, readBody, type TestResponseData } from '@/components/connector/test/answer-note';

const response = (change: Partial<TestResponseData>): TestResponseData => ({
  status: 200,
  statusText: '',
  headers: {},
  body: '{}',
  bytes: 2,
  duration: 1,
  truncated: false,
  ...change,
});
const note = (change: Partial<TestResponseData>) => {
  const given = response(change);
  return answerNote(given, readBody(given.body));
};

describe('the sentence beside an answer', () => {
  it.each<[Partial<TestResponseData>, string | undefined]>([
    [{}, undefined],
    [{ body: '<html>', headers: { 'content-type': 'text/html' } }, undefined],
    [
      { status: 302, headers: { Location: 'https://x.test/' } },
      'Redirects are not followed. The service points to https://x.test/.',
    ],
    [{ status: 304 }, 'Redirects are not followed.'],
    [
      { status: 401 },
      'The service rejected the credentials. Check where the key belongs, or use another one.',
    ],
    [
      { status: 404 },
      'The service has nothing at this address. Check the path, the base URL and the inputs.',
    ],
    [{ status: 422 }, 'The service refused the request. Its answer usually says which input is wrong.'],
    [
      { status: 429, headers: { 'retry-after': '30' } },
      'The service asks for a pause. It says: try again after 30.',
    ],
    [{ status: 503 }, 'The service failed. Its answer may say why; what it was sent is under Request.'],
    [{ status: 204, body: '', bytes: 0 }, 'The answer has no body.'],
    [
      { body: '{"a":', headers: { 'Content-Type': 'application/problem+json; charset=utf-8' } },
      'The service calls this JSON, but it does not read as JSON.',
    ],
    [
      { body: '{"a":', truncated: true, headers: { 'content-type': 'application/json' } },
      'The body is cut in view, so it is not compared with the schema.',
    ],
    [
      { body: '{"$content-type":"image/png","$content":"AA=="}' },
      'The answer is a file. Its content is shown as base64.',
    ],
  ])('%j: %s', (change, want) => {
    expect(note(change)).toBe(want);
  });
});

it.each([
  ['no-connection', /Make a connection/],
  ['no-security', /this connector sends none\. Choose under Security/],
  ['unsupported', /is not supported\. Choose another way under Security/],
] as const)('a 401 without credentials (%s) says why there were none', (credentials, sentence) => {
  const given = response({ status: 401 });
  expect(answerNote(given, readBody(given.body), credentials)).toMatch(sentence);
});

describe('a body in view', () => {
  it('is indented where it is JSON, and left alone otherwise', () => {
    expect(readBody('{"a":1}')).toEqual({ text: '{\n  "a": 1\n}', json: { a: 1 }, isBinary: false });
    expect(readBody('a,b\n1,2')).toEqual({ text: 'a,b\n1,2', json: undefined, isBinary: false });
  });
});
