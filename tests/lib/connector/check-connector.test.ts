// What the checker finds in definitions, and what its fixes do.
import { describe, expect, it } from 'vitest';
import { connectorRules } from '@/lib/connector/check-connector';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import { countBySeverity } from '@/lib/problem';
import { openApiDocument } from '@/samples/contoso-invoicing/openapi';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { oneOperationDocument } from './one-operation';
import { check, expectRule, q, type RuleCase, rulesOf } from './rule-cases';

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
describe('the sample API', () => {
  it.each([
    ['2.0', swaggerDocument('127.0.0.1:5080')],
    ['3.1', openApiDocument('127.0.0.1:5080')],
  ])('shows one triangle and one circle in %s', (_version, document) => {
    const problems = check(plain(document));
    expect(
      problems
        .filter(({ severity }) => severity !== 'hint')
        .map(({ severity, rule, at }) => `${severity} ${rule} ${at}`),
    ).toEqual([
      'warning SummaryMissing /paths/~1GetInvoice/get/summary',
      'info DescriptionMissing /paths/~1PayInvoice/post/description',
    ]);
  });

  it('shows none after the edits of the exercise, and the safe fixes leave only what needs a thought', () => {
    const document = plain(swaggerDocument('127.0.0.1:5080'));
    const edited = applyChanges(document, [
      { op: 'set', at: '/paths/~1GetInvoice/get/summary', value: 'Get Invoice' },
      { op: 'set', at: '/paths/~1PayInvoice/post/description', value: 'Pay an invoice' },
    ]);
    const counts = countBySeverity(check(edited));
    expect([counts.error, counts.warning, counts.info]).toEqual([0, 0, 0]);
    const fixes = check(document).flatMap(({ fix }) => (fix?.safe ? fix.changes : []));
    const fixed = check(applyChanges(document, fixes));
    expect(fixed.filter(({ fix }) => fix?.safe)).toEqual([]);
  });
});

describe('the rules', () => {
  it('have codes and names of their own', () => {
    expect(new Set(connectorRules.map(({ code }) => code)).size).toBe(connectorRules.length);
    expect(new Set(connectorRules.map(({ name }) => name)).size).toBe(connectorRules.length);
  });

  const id = {
    name: 'id',
    in: 'path',
    required: true,
    type: 'string',
    'x-ms-url-encoding': 'single',
    'x-ms-summary': 'Id',
  };
  const cases: RuleCase[] = [
    ['no host', { root: { host: '' } }, 'HostNameNotValid', 'error'],
    ['a sentence as host', { root: { host: 'The host, e.g. a.test' } }, 'HostNameNotValid', 'error'],
    ['a base path without slash', { root: { basePath: 'v1' } }, 'BasePathNotValid', 'error'],
    ['plain http', { root: { schemes: ['http'] } }, 'SchemeNotSupported', 'warning'],
    [
      'plain http on loopback',
      { root: { schemes: ['http'], host: '127.0.0.1:5080' } },
      'SchemeNotSupported',
      'hint',
    ],
    ['a scheme that is not http', { root: { schemes: ['https', 'ws'] } }, 'SchemeNotSupported', 'error'],
    [
      'security without definition',
      { root: { security: [{ undefined: [] }] } },
      'SecurityRequirementMustBeDefined',
      'warning',
    ],
    [
      'a key in the Cookie header',
      { root: { securityDefinitions: { k: { type: 'apiKey', in: 'header', name: 'Cookie' } } } },
      'SecuritySchemePropertyNotValid',
      'error',
    ],
    ['no ID', { operation: { operationId: '' } }, 'OperationIdRequired', 'error'],
    ['a space in the ID', { operation: { operationId: 'a b' } }, 'OperationIdSanitized', 'warning'],
    ['an underscore in the ID', { operation: { operationId: 'a_b' } }, 'OperationIdSanitized', 'hint'],
    ['no summary', { operation: { summary: ' ' } }, 'SummaryMissing', 'warning'],
    ['a long summary', { operation: { summary: 'a'.repeat(121) } }, 'OperationSummaryTooLong', 'warning'],
    [
      'a slash in the summary',
      { operation: { summary: 'Get / set' } },
      'RestrictedCharactersInSummary',
      'warning',
    ],
    ['no description', {}, 'DescriptionMissing', 'info'],
    ['deprecated', { operation: { deprecated: true } }, 'DeprecatedWithoutReplacement', 'info'],
    ['a trigger that is no "When"', { operation: { 'x-ms-trigger': 'single' } }, 'TriggerSummary', 'hint'],
    ['a query in the path', { path: '/a?b=1' }, 'OperationPathContainsUnsupportedCharacters', 'error'],
    ['a path without slash', { path: 'a' }, 'OperationPathMustStartWithSlash', 'error'],
    ['a stray brace', { path: '/{a' }, 'OperationPathTemplateNotValid', 'error'],
    ['a variable without parameter', { path: '/{id}' }, 'OperationMissingPathParameter', 'error'],
    ['a parameter without variable', { parameters: [id] }, 'PathParameterNotDefinedInTemplate', 'error'],
    [
      'an optional path parameter',
      { path: '/{id}', parameters: [{ ...id, required: false }] },
      'PathParameterMustBeRequired',
      'error',
    ],
    [
      'no encoding',
      { path: '/{id}', parameters: [{ name: 'id', in: 'path', required: true, type: 'string' }] },
      'PathParameterMissingEncoding',
      'warning',
    ],
    [
      'a body on GET',
      { parameters: [{ name: 'b', in: 'body', schema: {} }] },
      'BodyOrFormDataParameterInFetchOperationNotAllowed',
      'error',
    ],
    [
      'two bodies',
      { method: 'post', parameters: ['b', 'c'].map((name) => ({ name, in: 'body', schema: {} })) },
      'OperationParametersContainMultipleBodyParameters',
      'error',
    ],
    [
      'body and form',
      {
        method: 'post',
        parameters: [
          { name: 'b', in: 'body', schema: {} },
          { name: 'f', in: 'formData', type: 'string' },
        ],
      },
      'ParameterListContainsFormDataAndBody',
      'error',
    ],
    ['a file in the query', q({ type: 'file' }), 'FileParameterMustBeInFormData', 'error'],
    [
      'a parameter twice',
      { parameters: [1, 2].map(() => ({ name: 'q', in: 'query', type: 'string' })) },
      'OperationParametersContainDuplicateParameter',
      'error',
    ],
    [
      'connectionId',
      { path: '/{connectionId}', parameters: [{ ...id, name: 'connectionId' }] },
      'ConnectionIdParameterNotAllowed',
      'error',
    ],
    [
      'a header name with a space',
      { parameters: [{ name: 'a b', in: 'header', type: 'string' }] },
      'HeaderNameNotValid',
      'error',
    ],
    [
      'hidden, required, no default',
      q({ type: 'string', required: true, 'x-ms-visibility': 'internal' }),
      'InternalRequiredNeedsDefault',
      'error',
    ],
    [
      'hidden, optional, default',
      q({ type: 'string', default: 'x', 'x-ms-visibility': 'internal' }),
      'InternalPropertyWithDefaultOptional',
      'warning',
    ],
    [
      'no parameter summary',
      { parameters: [{ name: 'q', in: 'query', type: 'string' }] },
      'ParameterSummaryMissing',
      'hint',
    ],
    [
      'XML',
      { method: 'post', operation: { consumes: ['application/xml'] } },
      'MimeTypeNotSupported',
      'warning',
    ],
    ['text/json', { method: 'post', operation: { consumes: ['text/json'] } }, 'MimeTypeNotSupported', 'hint'],
    ['no response', { operation: { responses: {} } }, 'OperationMustHaveResponse', 'error'],
    [
      'an odd status',
      { operation: { responses: { ok: {} } } },
      'ResponseMustBeDefaultOrHttpStatusCode',
      'error',
    ],
    [
      'no success',
      { operation: { responses: { 404: {} } } },
      'OperationShouldHaveSuccessfulResponse',
      'warning',
    ],
    [
      'two schemas',
      { operation: { responses: { 200: { schema: {} }, 201: { schema: {} } } } },
      'OperationHasManyResponsesWithSchema',
      'warning',
    ],
    ['no schema', {}, 'ResponseSchemaMissing', 'hint'],
    ['a type that is none', q({ type: 'upsert' }), 'JsonTypeIncorrect', 'error'],
    ['a format of its own', q({ type: 'string', format: 'phone' }), 'UnrecognizedTypeFormat', 'warning'],
    ['a list without items', q({ type: 'array' }), 'ArrayHasNoItems', 'error'],
    ['an empty enum', q({ type: 'string', enum: [] }), 'EnumMustContainAtLeastOneElement', 'error'],
    ['an enum of another type', q({ type: 'integer', enum: ['1'] }), 'InvalidEnumValue', 'error'],
    [
      'a default of another type',
      q({ type: 'boolean', default: 'true' }),
      'DefaultValueMustMatchType',
      'error',
    ],
    [
      'a required name that is not there',
      { root: { definitions: { A: { type: 'object', required: ['x'], properties: {} } } } },
      'RequiredPropertyDefinitionMissing',
      'error',
    ],
    [
      'text beside a $ref',
      { root: { definitions: { A: { properties: { b: { $ref: '#/definitions/A', description: 'x' } } } } } },
      'AdditionalPropertyNotAllowedAdjacentToRef',
      'warning',
    ],
    ['a $ref to nowhere', { parameters: [{ $ref: '#/parameters/none' }] }, 'ReferenceNotFound', 'error'],
    ['a $ref to another file', { parameters: [{ $ref: 'other.json#/a' }] }, 'ReferenceNotFound', 'error'],
    ['a $ref to __proto__', { parameters: [{ $ref: '#/__proto__' }] }, 'ReferenceNotFound', 'error'],
    [
      'a dropdown of nothing',
      q({ type: 'string', 'x-ms-dynamic-values': { operationId: 'None' } }),
      'OperationIdNotFound',
      'error',
    ],
    [
      'a misspelt extension',
      q({ type: 'string', 'x-ms-visibilty': 'internal' }),
      'ExtensionMisspelt',
      'hint',
    ],
  ];
  it.each(cases)('tell of %s', (_name, operation, rule, severity) => {
    expectRule(operation, rule, severity);
  });

  it('tell of paths and IDs that cannot be told apart', () => {
    const get = (operationId: string): JsonObject => ({
      get: { operationId, summary: operationId, description: 'x', responses: { 200: {} } },
    });
    const paths = {
      '/a/{x}': get('A'),
      '/A/{y}': get('a'),
      '/b': get('B'),
      '/B': get('C'),
      '/a/list': get('D'),
      '': {},
    };
    const rules = rulesOf(check({ ...oneOperationDocument({}), paths }));
    for (const rule of [
      'OperationIdNotUnique',
      'DuplicateOperationPath',
      'PathRedefined',
      'PartialDuplicateOperationPath',
      'OperationPathMustStartWithSlash',
    ]) {
      expect(rules, rule).toContain(rule);
    }
  });

  it('say nothing of a clean operation', () => {
    const schema = { type: 'object', properties: { id: { type: 'string', 'x-ms-summary': 'ID' } } };
    const document = oneOperationDocument({
      path: '/items/{id}',
      parameters: [id],
      operation: {
        operationId: 'GetItem',
        summary: 'Get item',
        description: 'Gives one item.',
        responses: { 200: { description: 'ok', schema } },
      },
    });
    expect(check(document)).toEqual([]);
  });
});
