// How many evaluations and JSON texts a second one core does. The target for the first line is a million.
import { bench, describe } from 'vitest';
import { createCaseScope } from '@/lib/expression/case-scope';
import { compileJson, compileTemplate } from '@/lib/expression/compile';
import type { EvaluationScope } from '@/lib/expression/scope';
import type { ValueObject } from '@/lib/expression/value';
import { parseJsonText, toJsonText } from '@/lib/json-text';

const record: ValueObject = {
  name: 'X',
  status: 'Succeeded',
  outputs: { statusCode: 200, body: { b: 'text' } },
};
const scope: EvaluationScope = {
  ...createCaseScope({}),
  action: (name) => (name === 'x' ? record : undefined),
  steps: { left: Number.POSITIVE_INFINITY },
};

describe('expressions', () => {
  const concat = compileTemplate("@concat('a', body('X')?['b'])");
  bench("@concat('a', body('X')?['b'])", () => {
    concat(scope);
  });

  const path = compileTemplate("@outputs('X')?['body/b']");
  bench("@outputs('X')?['body/b']", () => {
    path(scope);
  });

  const condition = compileTemplate(
    "@and(equals(outputs('X')?['statusCode'], 200), not(empty(body('X')?['b'])))",
  );
  bench('@and(equals(…), not(empty(…)))', () => {
    condition(scope);
  });

  const inputs = compileJson({
    uri: "https://x/@{body('X')?['b']}",
    body: { a: "@body('X')", n: 5, s: 'plain' },
  });
  bench('inputs of an Http action', () => {
    inputs(scope);
  });

  const date = compileTemplate("@formatDateTime(addDays('2018-03-15T00:00:00Z', 10), 'yyyy-MM-dd')");
  bench("@formatDateTime(addDays(…), 'yyyy-MM-dd')", () => {
    date(scope);
  });

  bench("compileTemplate(\"@concat('a', body('X')?['b'])\")", () => {
    compileTemplate("@concat('a', body('X')?['b'])");
  });
});

describe('JSON text of 170 KB', () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => ({
    id: index,
    name: `Name ${index}`,
    amount: index + 0.5,
    tags: ['a', 'b'],
    inner: { a: 1, b: 'x' },
  }));
  const plain = JSON.stringify({ value: rows });
  const special = plain.replaceAll('.5', '.00');
  const parsed = parseJsonText(plain);
  const value = parsed.ok ? parsed.value : null;

  bench('JSON.parse', () => {
    JSON.parse(plain);
  });
  bench('parseJsonText', () => {
    parseJsonText(plain);
  });
  bench('parseJsonText, whole doubles inside', () => {
    parseJsonText(special);
  });
  bench('JSON.stringify', () => {
    JSON.stringify(value);
  });
  bench('toJsonText', () => {
    toJsonText(value);
  });
});
