// Where the command palette leads.
import { describe, expect, test } from 'vitest';
import { type JumpEntry, searchJumps } from '@/components/shell/jumps';
import { isAt, places } from '@/components/shell/places';

const entry = (label: string, group: string): JumpEntry => ({
  key: label,
  label,
  group,
  href: '/',
  icon: null,
});
const entries = [
  entry('Email invoice list', 'Flow'),
  entry('Contoso invoicing', 'Connector'),
  entry('Invoices of May', 'Solution'),
  entry('Connections', 'Go to'),
];
const found = (query: string) => searchJumps(entries, query).map((one) => one.label);

describe('The search of the shell', () => {
  test('shows everything for an empty query, in the given order', () => {
    expect(found('  ')).toEqual(entries.map((one) => one.label));
  });

  test('puts names that begin with the query before names that contain it', () => {
    expect(found('invoice')).toEqual(['Invoices of May', 'Email invoice list']);
  });

  test('wants every word, and finds by kind as well', () => {
    expect(found('invoic connector')).toEqual(['Contoso invoicing']);
    expect(found('invoic nothing')).toEqual([]);
  });
});

describe('The rail', () => {
  const current = (path: string) => places.filter((place) => isAt(path, place)).map((place) => place.label);

  test.each([
    ['/', ['Home']],
    ['/flows', ['Flows']],
    ['/flows/7/edit', ['Flows']],
    ['/connections', ['Connections']],
    ['/connectors/7/edit/general', ['Connectors']],
    ['/flowsheet', []],
  ])('marks the place of %s', (path, labels) => {
    expect(current(path)).toEqual(labels);
  });
});
