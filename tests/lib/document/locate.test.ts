// From JSON Pointers to places in texts, and back.
import { describe, expect, it } from 'vitest';
import { createLocator } from '@/lib/document/locate';

const json = '{\n  "paths": {\n    "/a/{b}": { "get": { "tags": ["x", "y"] } }\n  }\n}\n';
const yaml =
  'paths:\n  /a/{b}:\n    get:\n      tags:\n        - x\n        - y\n      responses:\n        200: {}\n';

function shown(text: string, pointer: string): string | undefined {
  const range = createLocator(text)(pointer);
  return range && text.slice(range.from, range.to);
}

describe('the place of a finding in the text', () => {
  it.each([
    ['a key', '/paths', '"paths"'],
    ['an escaped key', '/paths/~1a~1{b}/get', '"get"'],
    ['an item of a list', '/paths/~1a~1{b}/get/tags/1', '"y"'],
    ['the nearest parent of what is missing', '/paths/~1a~1{b}/get/summary', '"get"'],
    ['the start of the whole', '', '{'],
  ])('JSON: %s', (_name, pointer, want) => {
    expect(shown(json, pointer)).toBe(want);
  });

  it.each([
    ['a key', '/paths', 'paths'],
    ['an escaped key', '/paths/~1a~1{b}', '/a/{b}'],
    ['an item of a list', '/paths/~1a~1{b}/get/tags/1', 'y'],
    ['a key that is a number', '/paths/~1a~1{b}/get/responses/200', '200'],
    ['the nearest parent of what is missing', '/paths/~1a~1{b}/get/summary', 'get'],
    ['the start of the whole', '', 'p'],
  ])('YAML: %s', (_name, pointer, want) => {
    expect(shown(yaml, pointer)).toBe(want);
  });

  it('is unknown where the text does not read', () => {
    expect(createLocator('')('/paths')).toBeUndefined();
    expect(createLocator('a: [b')('/a')).toBeUndefined();
  });

  it('is found for many pointers in one reading', () => {
    const big = JSON.stringify({ list: Array.from({ length: 5_000 }, (_, index) => ({ index })) });
    const locate = createLocator(big);
    const found = Array.from({ length: 500 }, (_, index) => locate(`/list/${index}/index`));
    expect(found.every((range) => range && big.slice(range.from, range.to) === '"index"')).toBe(true);
  });
});
