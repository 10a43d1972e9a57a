// `flowright expr 'TEMPLATE'`: works out one template; `expr --cases FILE` judges a table of cases.
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { createCaseScope } from '@/lib/expression/case-scope';
import { runCase } from '@/lib/expression/case-table';
import { compileTemplate } from '@/lib/expression/compile';
import { ExpressionError } from '@/lib/expression/expression-error';
import { isValueObject, objectOf, typeOfValue, type Value, type ValueObject } from '@/lib/expression/value';
import { parseJsonText, toJsonText } from '@/lib/json-text';

interface ExprOptions {
  context?: string;
  cases?: string;
}

/** A wrong use of the command: said on standard error, exit code 2. */
class UsageError extends Error {}

export function register(program: Command): void {
  program
    .command('expr')
    .description("Works out a template, such as '@concat(1, 2)', or judges a table of cases.")
    .argument('[template]', 'the template, @ included')
    .option('--context <file>', 'JSON with now, parameters, variables, trigger, actions, loops, item …')
    .option('--cases <file>', 'JSON table of cases to run instead')
    .option('--json', 'print one JSON document (it always does)')
    .action((template: string | undefined, options: ExprOptions) => {
      process.exitCode = exprCommand(template, options);
    });
}

/** Runs the command and prints one JSON document. 0 good, 1 an error or a failed case, 2 wrong use. */
export function exprCommand(template: string | undefined, options: ExprOptions): number {
  try {
    if (options.cases !== undefined) return runTable(options.cases);
    if (template === undefined)
      throw new UsageError("Give a template, such as '@concat(1, 2)', or --cases FILE.");
    return runTemplate(template, options.context === undefined ? {} : readContext(options.context));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
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

function runTable(file: string): number {
  const table = readJson(file);
  if (!Array.isArray(table)) throw new UsageError(`${file} must hold an array of cases.`);
  const cases = table.filter(isValueObject).map(runCase);
  const failed = cases.filter((entry) => entry.result === 'fail').length;
  print({
    passed: cases.length - failed,
    failed,
    cases: cases.map((entry) => objectOf(Object.entries(entry))),
  });
  return failed === 0 ? 0 : 1;
}

function readContext(file: string): ValueObject {
  const context = readJson(file);
  if (!isValueObject(context)) throw new UsageError(`${file} must hold an object, such as {"variables":{}}.`);
  return context;
}

function readJson(file: string): Value {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`);
  }
  const read = parseJsonText(text);
  if (read.ok) return read.value;
  throw new UsageError(`${file}, line ${read.line}, column ${read.column}: ${read.message}`);
}

function print(document: ValueObject): void {
  console.log(toJsonText(document));
}
