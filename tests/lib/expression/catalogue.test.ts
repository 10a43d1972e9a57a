// Every described function can be called, every callable one is described, and every example is true.
import { describe, expect, it } from 'vitest';
import { evaluateCase } from '@/lib/expression/case-table';
import { findFunction, functionCatalogue, isKnownFunction } from '@/lib/expression/catalogue';
import { isSame } from '@/lib/expression/comparison';
import { implementations } from '@/lib/expression/functions/all';
import { toJsonText } from '@/lib/json-text';

describe('the catalogue', () => {
  it('describes exactly the functions that can be called', () => {
    const described = functionCatalogue.map((entry) => entry.name.toLowerCase()).sort();
    expect(described).toEqual([...implementations.keys()].sort());
    expect(new Set(described).size).toBe(described.length);
  });

  it('finds names in any case, and no others', () => {
    expect(findFunction('ENCODEURICOMPONENT')?.name).toBe('encodeUriComponent');
    expect(isKnownFunction('constructor')).toBe(false);
  });

  it.each(functionCatalogue)('$name() has a sentence, signatures and examples that hold', (entry) => {
    expect(entry.doc).toMatch(/^[A-Z].*\.$/s);
    expect(entry.signatures.length).toBeGreaterThan(0);
    expect(entry.examples.length).toBeGreaterThan(0);
    for (const { expression, result, inputs } of entry.examples) {
      const outcome = evaluateCase(`@${expression}`, inputs ?? {});
      const value = 'value' in outcome ? outcome.value : `${outcome.error.code} ${outcome.error.message}`;
      expect(isSame(value, result), `${expression} gives ${toJsonText(value)}`).toBe(true);
      expect(expression.toLowerCase()).toContain(`${entry.name.toLowerCase()}(`);
    }
  });
});
