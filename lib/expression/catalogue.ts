// Every function the evaluator knows: names, signatures, one sentence, examples. Plain data, small enough for a browser.
import { collectionFunctions } from './catalogue/collection';
import { conversionFunctions } from './catalogue/conversion';
import { dateTimeFunctions } from './catalogue/date-time';
import type { FunctionEntry } from './catalogue/entry';
import { logicalFunctions } from './catalogue/logical';
import { manipulationFunctions } from './catalogue/manipulation';
import { mathFunctions } from './catalogue/math';
import { stringFunctions } from './catalogue/string';
import { uriFunctions } from './catalogue/uri';
import { workflowFunctions } from './catalogue/workflow';
import { xmlFunctions } from './catalogue/xml';

export type { FunctionEntry } from './catalogue/entry';

/** In the order of groups, then of the tables. */
export const functionCatalogue: FunctionEntry[] = [
  ...stringFunctions,
  ...collectionFunctions,
  ...logicalFunctions,
  ...conversionFunctions,
  ...mathFunctions,
  ...dateTimeFunctions,
  ...workflowFunctions,
  ...uriFunctions,
  ...manipulationFunctions,
  ...xmlFunctions,
];

const byName = new Map(functionCatalogue.map((entry) => [entry.name.toLowerCase(), entry]));

/** The entry of a function, its name in any case. */
export function findFunction(name: string): FunctionEntry | undefined {
  return byName.get(name.toLowerCase());
}

/** True where a function of this name can be called. */
export function isKnownFunction(name: string): boolean {
  return byName.has(name.toLowerCase());
}
