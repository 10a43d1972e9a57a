// `flowright expr 'TEMPLATE'`: works out one template; `expr --cases FILE` judges a table of cases.
import type { Command } from 'commander';
import { createCaseScope } from '@/lib/expression/case-scope';
import { compileTemplate } from '@/lib/expression/compile';
import { ExpressionError } from '@/lib/expression/expression-error';
import { isValueObject, objectOf, typeOfValue, type ValueObject } from '@/lib/expression/value';
import { toJsonText } from '@/lib/json-text';
import { readValue } from './read-file';
import { UsageError } from './usage-error';

interface ExprOptions {
  context?: string;
  cases?: string;
}

export function register(program: Command): void {
  program
    .command('expr')
    .description("Works out a template, such as '@concat(1, 2)', or judges a table of cases.")
    .argument('[template]', 'the template, @ included')
    .option('--context <file>', 'JSON with now, parameters, variables, trigger, actions, loops, item …')
    .option('--cases <file>', 'JSON table of cases to run instead')
    .option('--json', 'print one JSON document (it always does)')
    .action(async (template: string | undefined, options: ExprOptions) => {
      process.exitCode = await exprCommand(template, options);
    });
}

/** Runs the command and prints one JSON document. 0 good, 1 an error or a failed case. */
async function exprCommand(template: string | undefined, options: ExprOptions): Promise<number> {
  if (options.cases !== undefined) return runTable(options.cases);
  if (template === undefined)
    throw new UsageError("Give a template, such as '@concat(1, 2)', or --cases FILE.");
  return runTemplate(template, options.context === undefined ? {} : readContext(options.context));
}

function runTemplate(template: string, inputs: ValueObject): number {
  const scope = createCaseScope(inputs, {
    now: Date.now(),
    random: Math.random,
    guid: () => crypto.randomUUID(),
  });
  try {
    const value = compileTemplate(template)(scope);
    print({ value, type: typeOfValue(value) });
    return 0;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const at = objectOf(Object.entries(error.at ?? { start: 0, end: template.length }));
    print({
      error: objectOf([
        ['code', error.code],
        ['message', error.message],
        ['at', at],
      ]),
    });
    return 1;
  }
}

async function runTable(file: string): Promise<number> {
  const table = readValue(file);
  if (!Array.isArray(table) || !table.every(isValueObject))
    throw new UsageError(`${file} has to hold an array of cases: [{ "id": …, "expr": …, "expect": … }].`);
  const { runCase } = await import('@/lib/expression/case-table');
  const cases = table.map(runCase);
  const failed = cases.filter((entry) => entry.result === 'fail').length;
  print({
    passed: cases.length - failed,
    failed,
    cases: cases.map((entry) => objectOf(Object.entries(entry))),
  });
  return failed === 0 ? 0 : 1;
}

function readContext(file: string): ValueObject {
  const context = readValue(file);
  if (isValueObject(context)) return context;
  throw new UsageError(`${file} has to hold an object, such as { "variables": { } }.`);
}

function print(document: ValueObject): void {
  console.log(toJsonText(document));
}
