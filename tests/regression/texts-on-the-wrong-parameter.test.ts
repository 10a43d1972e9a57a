// An update matched parameters by in and name only when every entry of the list had both; one reference among them made
// it match by position. With a new parameter in between, the maker's summary of one parameter landed on another, and
// the list said "kept". Parts of allOf were matched by position too.
import { expect, it } from 'vitest';
import { previewUpdate } from '@/lib/connector/update';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject, JsonValue } from '@/lib/json';
import { atPointer } from '@/lib/json-pointer';
import { oneOperationDocument } from '../lib/connector/one-operation';

const shared = { parameters: { top: { name: 'top', in: 'query', type: 'integer' } } };
const top = { $ref: '#/parameters/top' };
const status = { name: 'status', in: 'query', type: 'string' };
const from = { name: 'from', in: 'query', type: 'string' };
const at = '/paths/~1items/get/parameters';

it('keeps the texts of a parameter that stands beside a reference', () => {
  const source = oneOperationDocument({ parameters: [top, status], root: shared });
  const definition = applyChanges(source, [
    { op: 'set', at: `${at}/1/x-ms-summary`, value: 'My status' },
    { op: 'set', at: `${at}/1/default`, value: 'open' },
  ]);
  const incoming = oneOperationDocument({ parameters: [top, from, status], root: shared });
  const { result, kept } = previewUpdate({ source, definition, incoming });
  expect(atPointer(result, at)).toEqual([
    top,
    from,
    { ...status, 'x-ms-summary': 'My status', default: 'open' },
  ]);
  expect(kept.map(({ label }) => label)).toEqual([
    'Summary of Op › status: “My status”',
    'Default value of Op › status: “open”',
  ]);
});

it('keeps the texts of a parameter that the new file shares, without changing what others see', () => {
  const source = oneOperationDocument({ parameters: [status] });
  const definition = applyChanges(source, [{ op: 'set', at: `${at}/0/x-ms-summary`, value: 'My status' }]);
  const root = { parameters: { status } };
  const incoming = oneOperationDocument({ parameters: [{ $ref: '#/parameters/status' }], root });
  const { result } = previewUpdate({ source, definition, incoming });
  expect(atPointer(result, at)).toEqual([{ ...status, 'x-ms-summary': 'My status' }]);
  expect(result.parameters).toEqual(root.parameters);
});

it('keeps the texts of a parameter that the new file writes out', () => {
  const source = oneOperationDocument({ parameters: [top], root: shared });
  const definition = applyChanges(source, [{ op: 'set', at: '/parameters/top/x-ms-summary', value: 'Most' }]);
  const incoming = oneOperationDocument({ parameters: [from, shared.parameters.top] });
  const { result, lost } = previewUpdate({ source, definition, incoming });
  expect(atPointer(result, at)).toEqual([from, { ...shared.parameters.top, 'x-ms-summary': 'Most' }]);
  expect(lost).toEqual([]);
});

it('matches the parts of allOf by what they name', () => {
  const own: JsonObject = { type: 'object', properties: { x: { type: 'string' } } };
  const schemas = (parts: JsonValue[]) =>
    oneOperationDocument({ root: { definitions: { A: { allOf: parts }, B: { type: 'object' } } } });
  const source = schemas([own]);
  const place = '/definitions/A/allOf/0/properties/x/x-ms-summary';
  const definition = applyChanges(source, [{ op: 'set', at: place, value: 'Ex' }]);
  const incoming = schemas([{ $ref: '#/definitions/B' }, { ...own, description: 'New' }]);
  const { result } = previewUpdate({ source, definition, incoming });
  expect(atPointer(result, '/definitions/A/allOf')).toEqual([
    { $ref: '#/definitions/B' },
    { ...own, description: 'New', properties: { x: { type: 'string', 'x-ms-summary': 'Ex' } } },
  ]);
});
