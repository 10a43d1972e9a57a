// Removing an operation of a path that refers to a shared path item removed the item itself, which left the path with
// a reference to nothing, and took the operation from every other path that used the item.
import { expect, it } from 'vitest';
import { removeOperation, removeOperations } from '@/lib/connector/edit/operation';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';

const responses = { 200: { description: 'ok' } };
const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Shared paths', version: '1' },
  servers: [{ url: 'https://paths.example.test' }],
  components: {
    pathItems: {
      Items: { get: { operationId: 'List', responses }, post: { operationId: 'Add', responses } },
      One: { get: { operationId: 'Get', responses } },
    },
  },
  paths: {
    '/items': { $ref: '#/components/pathItems/Items' },
    '/others': { $ref: '#/components/pathItems/Items' },
    '/one': { $ref: '#/components/pathItems/One' },
  },
};

function without(id: string, path: string): { document: JsonObject; left: string[] } {
  const { connector } = readConnector(document);
  const operation = connector?.operations.find((item) => item.id === id && item.path === path);
  if (!connector || !operation) throw new Error(`no operation ${id}`);
  const next = applyChanges(document, removeOperation(connector, operation));
  const left = readConnector(next).connector?.operations.map((item) => `${item.method} ${item.path}`) ?? [];
  return { document: next, left };
}

it('takes it from its own path and leaves the other paths as they are', () => {
  const { document: next, left } = without('List', '/items');
  expect(left).toEqual(['POST /items', 'GET /others', 'POST /others', 'GET /one']);
  expect(next.components).toEqual(document.components);
});

it('leaves no reference to nothing behind', () => {
  const { document: next, left } = without('Get', '/one');
  expect(left).toEqual(['GET /items', 'POST /items', 'GET /others', 'POST /others']);
  expect(Object.keys(next.paths ?? {})).toEqual(['/items', '/others']);
});

it('takes several at once', () => {
  const { connector } = readConnector(document);
  const gone = connector?.operations.filter(({ path }) => path === '/items') ?? [];
  const next = connector && applyChanges(document, removeOperations(connector, gone));
  expect(Object.keys(next?.paths ?? {})).toEqual(['/others', '/one']);
});
