// The shared table of cases, by where each comes from. The bar is the level reached: it may only rise.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CaseResult, runCase } from '@/lib/expression/case-table';
import { isValueObject, type ValueObject } from '@/lib/expression/value';
import { parseJsonText, toJsonText } from '@/lib/json-text';
import { sharedFolder } from '../support/shared-folder';

const shared = sharedFolder();

const bar = { doc: 100, test: 472, derived: 186 };

interface Count {
  passed: number;
  failed: number;
  disputedPassed: number;
  disputedFailed: number;
}

function readCases(): ValueObject[] {
  const read = parseJsonText(readFileSync(`${shared}data/expressions.json`, 'utf8'));
  if (!read.ok || !Array.isArray(read.value)) throw new Error('expressions.json is not an array');
  return read.value.filter(isValueObject);
}

function kindOf(test: ValueObject): string {
  return isValueObject(test.source) ? String(test.source.kind) : 'unknown';
}

function count(results: readonly CaseResult[]): Count {
  const of = (disputed: boolean, result: string) =>
    results.filter((entry) => (entry.disputed === true) === disputed && entry.result === result).length;
  return {
    passed: of(false, 'pass'),
    failed: of(false, 'fail'),
    disputedPassed: of(true, 'pass'),
    disputedFailed: of(true, 'fail'),
  };
}

describe.skipIf(!shared)('the shared table of expressions', () => {
  for (const kind of ['doc', 'test', 'derived'] as const) {
    it(`passes at least ${bar[kind]} undisputed cases of kind ${kind}`, () => {
      const results = readCases()
        .filter((test) => kindOf(test) === kind)
        .map(runCase);
      const counts = count(results);
      console.log(`expressions ${kind}: ${JSON.stringify(counts)}`);
      for (const { id, got, want } of results.filter((entry) => entry.result === 'fail')) {
        console.log(`  ${id}: got ${toJsonText(got ?? null)}, want ${toJsonText(want ?? null)}`);
      }
      expect(counts.passed).toBeGreaterThanOrEqual(bar[kind]);
    });
  }
});
