// What a browser kept of a flow, read again.
import { describe, expect, it } from 'vitest';
import { parseReferences } from '@/components/designer/open-flow';

describe('connection references kept in a browser', () => {
  it('are read with and without their connection', () => {
    const references = { one: { apiId: 'a', connectionId: 'c' }, two: { apiId: 'b' } };
    expect(parseReferences(JSON.stringify(references))).toEqual(references);
  });

  it.each(['', 'null', '[]', '{"one":1}', '{"one":{"apiId":7}}'])('are none in %s', (text) => {
    expect(parseReferences(text)).toEqual({});
  });
});
