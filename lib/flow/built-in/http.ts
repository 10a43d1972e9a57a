// Calls without a connector, and the answer to a caller (Workflow Definition Language, "HTTP" and "Response").
import { type BuiltInAction, field, options } from './field';

function isWebAddress(text: string): boolean {
  return URL.canParse(text.trim()) && /^https?:/i.test(text.trim());
}

export const httpActions: readonly BuiltInAction[] = [
  {
    role: 'action',
    type: 'Http',
    label: 'HTTP',
    description: 'Calls any address, without a connector.',
    icon: 'globe',
    group: 'HTTP',
    keywords: 'request rest api call url get post',
    fields: [
      field('inputs/method', ['Method', 'What to do there.'], {
        required: true,
        options: options('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'),
      }),
      field('inputs/uri', ['URI', 'The whole address, e.g. https://example.com/items'], {
        required: true,
        rule: { takes: 'a whole address such as https://example.com/items', fits: isWebAddress },
      }),
      field('inputs/headers', ['Headers', 'Names and values sent with the call.'], {
        type: 'object',
        editor: 'key-values',
      }),
      field('inputs/queries', ['Queries', 'Names and values added to the address.'], {
        type: 'object',
        editor: 'key-values',
      }),
      field('inputs/body', ['Body', 'Text or JSON that is sent.'], { type: 'any' }),
      field('inputs/authentication', ['Authentication', 'How the call proves who makes it, as JSON.'], {
        type: 'object',
        editor: 'json',
        visibility: 'advanced',
      }),
    ],
    make: () => ({ type: 'Http', inputs: { method: 'GET', uri: '' } }),
  },
  {
    role: 'action',
    type: 'Response',
    kind: 'Http',
    label: 'Response',
    description: 'Answers the program that called this flow.',
    icon: 'reply',
    group: 'HTTP',
    keywords: 'reply answer return request',
    fields: [
      field('inputs/statusCode', ['Status code', 'A number from 200 to 599.'], {
        required: true,
        type: 'integer',
        rule: {
          takes: 'a number from 200 to 299 or from 400 to 599',
          fits: (text) => /^[245]\d\d$/.test(text.trim()),
        },
      }),
      field('inputs/headers', ['Headers', 'Names and values sent with the answer.'], {
        type: 'object',
        editor: 'key-values',
      }),
      field('inputs/body', ['Body', 'Text or JSON that is sent.'], { type: 'any' }),
      field('inputs/schema', ['Response body JSON schema', 'Describes the body for those who call.'], {
        type: 'object',
        editor: 'schema',
        visibility: 'advanced',
      }),
    ],
    make: () => ({ type: 'Response', kind: 'Http', inputs: { statusCode: 200 } }),
  },
];
