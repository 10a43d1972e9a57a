// What a browser kept of a flow, read again and held against what the server has.
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '@/components/designer/store/journal';
import { isSameFlow, judgeEntry, parseReferences, readKept } from '@/components/designer/store/kept-flow';

describe('connection references kept in a browser', () => {
  it('are read with and without their connection', () => {
    const references = { one: { apiId: 'a', connectionId: 'c' }, two: { apiId: 'b' } };
    expect(parseReferences(JSON.stringify(references))).toEqual(references);
  });

  it.each(['', 'null', '[]', '{"one":1}', '{"one":{"apiId":7}}'])('are none in %s', (text) => {
    expect(parseReferences(text)).toEqual({});
  });
});

const texts = (inputs: number, connectionId = 'c') => ({
  definitionText: JSON.stringify({ triggers: {}, actions: { A: { type: 'Compose', inputs } } }),
  referencesText: JSON.stringify({ one: { apiId: 'a', connectionId } }),
});
const flow = (inputs: number, connectionId?: string) => readKept(texts(inputs, connectionId), 'flowright');

describe('two flows', () => {
  it('are the same where definition and references are, whatever the order of keys', () => {
    const turned = { ...flow(1), definition: { actions: flow(1).definition.actions, triggers: {} } };
    expect(isSameFlow(flow(1), turned)).toBe(true);
    expect(isSameFlow(flow(1), flow(2))).toBe(false);
    expect(isSameFlow(flow(1), flow(1, 'd'))).toBe(false);
  });
});

describe('kept changes', () => {
  const entry: JournalEntry = { ...texts(2), revision: 4, sent: [texts(1)], changes: 3, at: 1 };

  it('are nothing to do where the server has them, whoever stored them', () => {
    expect(judgeEntry(entry, { flow: flow(2), revision: 9 })).toBe('stored');
  });

  it('go on from the draft they were made on, and from one that their own window sent', () => {
    expect(judgeEntry(entry, { flow: flow(7), revision: 4 })).toBe('continues');
    expect(judgeEntry(entry, { flow: flow(1), revision: 5 })).toBe('continues');
  });

  it('stand apart where somebody else stored since', () => {
    expect(judgeEntry(entry, { flow: flow(7), revision: 5 })).toBe('apart');
  });
});
