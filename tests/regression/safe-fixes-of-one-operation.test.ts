// "Fix all safe" lost fixes: two that both set the list of parameters of one operation were applied together, and the
// second undid the first. /a/{x}/{y} without parameters ended with y alone.
import { expect, it } from 'vitest';
import { checkConnector } from '@/lib/connector/check-connector';
import { fixAllSafe } from '@/lib/connector/edit/fix-all';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { oneOperationDocument } from '../lib/connector/one-operation';

function fixed(document: JsonObject) {
  const { connector } = readConnector(document);
  if (!connector) throw new Error('not read');
  const fixes = fixAllSafe(connector);
  const next = readConnector(applyChanges(document, fixes.changes)).connector;
  if (!next) throw new Error('not read any more');
  return { ...fixes, next, left: checkConnector(next).filter(({ fix }) => fix?.safe) };
}

it('makes every fix of one operation', () => {
  const document = oneOperationDocument({ path: '/a/{x}/{y}/{z}', operation: { summary: ' ' } });
  const { next, left } = fixed(document);
  expect(left).toEqual([]);
  expect(next.operations[0]?.parameters.map(({ name }) => name)).toEqual(['x', 'y', 'z']);
});

it('leaves nothing to fix on the sample', () => {
  const document: JsonObject = JSON.parse(JSON.stringify(swaggerDocument('127.0.0.1:5080')));
  const { fixed: count, left } = fixed(document);
  expect(count).toBeGreaterThan(5);
  expect(left).toEqual([]);
});

it('changes nothing where nothing is to be fixed', () => {
  const document = oneOperationDocument({
    operation: { summary: 'List items', description: 'Items by day' },
  });
  expect(fixed(document)).toMatchObject({ changes: [], fixed: 0 });
});
