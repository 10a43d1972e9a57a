// What the checker finds in the shape of a definition, in hidden properties, in dropdowns, and in answers.
import { describe, expect, it } from 'vitest';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import { type OneOperation, oneOperationDocument } from './one-operation';
import { check, expectRule, q, type RuleCase } from './rule-cases';

describe('the rules', () => {
  const bodyOf = (schema: JsonObject): OneOperation => ({
    method: 'post',
    parameters: [{ name: 'body', in: 'body', schema }],
  });
  const dropdown = (name: string, more: JsonObject): OneOperation => ({
    ...q({ type: 'string', [name]: { operationId: 'Op', 'value-path': 'id', ...more } }),
    operation: {
      responses: {
        200: {
          description: 'ok',
          schema: {
            type: 'object',
            properties: { one: { type: 'array', items: {} }, other: { type: 'array', items: {} } },
          },
        },
      },
    },
  });
  const cases: RuleCase[] = [
    ['an operation that is a list', { root: { paths: { '/a': { get: [] } } } }, 'JsonTypeIncorrect', 'error'],
    ['an operation that is null', { root: { paths: { '/a': { get: null } } } }, 'JsonTypeIncorrect', 'error'],
    ['a path that is a text', { root: { paths: { '/a': 'x' } } }, 'JsonTypeIncorrect', 'error'],
    ['paths that are a list', { root: { paths: [] } }, 'JsonTypeIncorrect', 'error'],
    ['no paths', { root: { paths: undefined as never } }, 'RequiredPropertyMissing', 'error'],
    ['schemes that are a text', { root: { schemes: 'http' } }, 'JsonTypeIncorrect', 'error'],
    ['a host that is a number', { root: { host: 5 } }, 'JsonTypeIncorrect', 'error'],
    ['a title that is a number', { root: { info: { title: 5 } } }, 'JsonTypeIncorrect', 'error'],
    [
      'parameters that are an object',
      { operation: { parameters: { name: 'x', in: 'query', type: 'string' } } },
      'JsonTypeIncorrect',
      'error',
    ],
    ['a parameter that is a text', { parameters: ['x' as never] }, 'JsonTypeIncorrect', 'error'],
    ['required that says yes', q({ type: 'string', required: 'yes' }), 'JsonTypeIncorrect', 'error'],
    ['a summary that is a number', { operation: { summary: 5 } }, 'JsonTypeIncorrect', 'error'],
    ['responses that are a list', { operation: { responses: [] } }, 'JsonTypeIncorrect', 'error'],
    [
      'a schema that is a text',
      { method: 'post', parameters: [{ name: 'b', in: 'body', schema: 'x' }] },
      'JsonTypeIncorrect',
      'error',
    ],
    [
      'properties that are a list',
      { root: { definitions: { A: { type: 'object', properties: [] } } } },
      'JsonTypeIncorrect',
      'error',
    ],
    [
      'a parameter without name',
      { parameters: [{ in: 'query', type: 'string' }] },
      'RequiredPropertyMissing',
      'error',
    ],
    [
      'a parameter without place',
      { parameters: [{ name: 'x', type: 'string' }] },
      'RequiredPropertyMissing',
      'error',
    ],
    [
      'a parameter in no place',
      { parameters: [{ name: 'x', in: 'url', type: 'string' }] },
      'JsonValueNotInEnum',
      'error',
    ],
    [
      'a path outside of paths',
      { root: { '/b': { get: { operationId: 'B', responses: {} } } } },
      'OperationNotRead',
      'error',
    ],
    [
      'a method that is misspelt',
      { root: { paths: { '/b': { gte: { operationId: 'B', responses: {} } } } } },
      'OperationNotRead',
      'error',
    ],
    ['an empty path', { root: { paths: { '': {} } } }, 'OperationPathMustStartWithSlash', 'error'],
    [
      'a title of 31 characters',
      { root: { info: { title: 'A title of thirty-one letters x' } } },
      'ConnectorNameTooLong',
      'error',
    ],
    [
      'security of an operation without definition',
      { operation: { security: [{ nope: [] }] } },
      'SecurityRequirementMustBeDefined',
      'warning',
    ],
    ['a summary like a title', { operation: { summary: 'Get The Invoice' } }, 'SummaryCase', 'hint'],
    [
      'a number as text in an example',
      {
        operation: {
          responses: {
            200: {
              description: 'ok',
              schema: { type: 'object', properties: { amount: { type: 'string' } } },
              examples: { 'application/json': { amount: '12.5' } },
            },
          },
        },
      },
      'NumberAsText',
      'hint',
    ],
    [
      'a deep property without title',
      {
        operation: {
          responses: {
            200: {
              description: 'ok',
              schema: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: { a: { type: 'object', title: 'A', properties: { b: { type: 'string' } } } },
                },
              },
            },
          },
        },
      },
      'ResponseTitleMissing',
      'hint',
    ],
    [
      'a hidden body property that is required and has no default',
      bodyOf({
        type: 'object',
        required: ['p'],
        properties: { p: { type: 'string', 'x-ms-visibility': 'internal' } },
      }),
      'InternalRequiredNeedsDefault',
      'error',
    ],
    [
      'a hidden body property with a default that is optional',
      bodyOf({
        type: 'object',
        properties: { p: { type: 'string', 'x-ms-visibility': 'internal', default: 'x' } },
      }),
      'PropertyMustBeRequired',
      'error',
    ],
    [
      'a hidden property with a default in an optional object',
      bodyOf({
        type: 'object',
        properties: {
          o: {
            type: 'object',
            properties: { p: { type: 'string', 'x-ms-visibility': 'internal', default: 'x' } },
          },
        },
      }),
      'InternalPropertyWithDefaultOptional',
      'warning',
    ],
    [
      'a dropdown of a list that is not there',
      dropdown('x-ms-dynamic-values', { 'value-collection': 'no' }),
      'InvokedOperationShouldProduceArray',
      'error',
    ],
    [
      'a dropdown of no list',
      dropdown('x-ms-dynamic-list', {}),
      'InvokedOperationShouldProduceArray',
      'error',
    ],
    [
      'a dropdown (list) of nothing',
      q({ type: 'string', 'x-ms-dynamic-list': { operationId: 'None' } }),
      'OperationIdNotFound',
      'error',
    ],
    [
      'a tree of nothing',
      q({ type: 'string', 'x-ms-dynamic-tree': { open: { operationId: 'None' } } }),
      'OperationIdNotFound',
      'error',
    ],
    [
      'a connection test by nothing',
      { root: { 'x-ms-capabilities': { testConnection: { operationId: 'None' } } } },
      'OperationIdNotFound',
      'error',
    ],
    [
      'a webhook without notification content or callback',
      { method: 'post', operation: { 'x-ms-trigger': 'single' } },
      'WebhookOperationsMissingNotificationUrlProperty',
      'warning',
    ],
    [
      'an enum of another type in an answer',
      {
        operation: {
          responses: { 200: { description: 'ok', schema: { type: 'boolean', enum: ['true', 'false'] } } },
        },
      },
      'InvalidEnumValue',
      'warning',
    ],
  ];
  it.each(cases)('tell of %s', (_name, operation, rule, severity) => {
    expectRule(operation, rule, severity);
  });

  it('mend what stands in one list together, so that no fix undoes another', () => {
    const hidden = { type: 'string', 'x-ms-visibility': 'internal', default: 'x' };
    const document = oneOperationDocument({
      path: '/a/{x}/{y}',
      ...bodyOf({ type: 'object', properties: { p: hidden, q: hidden } }),
    });
    const fixes = check(document).flatMap(({ fix }) => (fix?.safe ? fix.changes : []));
    const errors = check(applyChanges(document, fixes)).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });
});
