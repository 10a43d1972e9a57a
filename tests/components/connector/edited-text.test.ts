// What the Swagger editor says of a text while it is typed.
import { expect, test } from 'vitest';
import { readEditedText } from '@/components/connector/store/edited-text';

const said = (text: string) => {
  const read = readEditedText(text);
  return 'problems' in read ? read.problems[0]?.message : 'reads';
};

test.each([
  [
    'a comma is missing',
    '{\n "swagger": "2.0"\n "info": {} }',
    'Line 2, column 18: A comma is missing here.',
  ],
  [
    'a comment',
    '{\n // mine\n "swagger": "2.0" }',
    'Line 2, column 2: JSON has no comments. Remove this one and any that follow.',
  ],
  ['a comma too many', '{"swagger": "2.0",}', 'Line 1, column 19: A key in double quotes belongs here.'],
  ['single quotes', "{'swagger': '2.0'}", 'Line 1, column 2: This is not JSON. Put a text in double quotes'],
  ['a bracket too few', '{"swagger": "2.0"', 'Line 1, column 18: A closing } is missing. Add it here.'],
  ['a key twice', '{"swagger":"2.0","swagger":"2.0"}', 'Line 1, column 18: The key "swagger" stands twice'],
])('%s is told as a fault, never as something that was mended', (_, text, start) => {
  expect(said(text)).toContain(start);
  expect(said(text)).not.toMatch(/was (added|removed)|repair/);
});

test('What reads, reads: JSON as it stands, YAML as JSON', () => {
  expect(said('{"swagger": "2.0", "info": {}, "paths": {}}')).toBe('reads');
  expect(said('swagger: "2.0"\npaths: {}\n')).toBe('reads');
});

test('A text that is no definition says so', () => {
  expect(said('{"a": 1}')).toMatch(/not an OpenAPI file/);
});
