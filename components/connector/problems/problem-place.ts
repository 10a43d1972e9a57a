// Where a finding can be mended: the tab, the operation in it, the field; in words and as a way there.
import type { Connector, Operation } from '@/lib/connector/model';
import { parsePointer } from '@/lib/json-pointer';
import type { Problem, Severity } from '@/lib/problem';
import { operationOf } from '../definition/operation-marks';
import { generalFieldOf } from '../general/general-values';

export interface ProblemPlace {
  /** What no tab shows is mended in the text. */
  tab: 'general' | 'security' | 'definition' | 'swagger';
  label: string;
  /** operationId, in the Definition tab. */
  operation?: string;
  /** Name of the field, where the tab has a single one of its kind. */
  field?: string;
}

const fieldLabels: Record<string, string> = {
  name: 'Connector name',
  description: 'Description',
  scheme: 'Scheme',
  host: 'Host',
  basePath: 'Base URL',
};

/** True where `at` is the place of `pointer` or below it. */
export function isWithin(at: string, pointer: string): boolean {
  return at === pointer || at.startsWith(`${pointer}/`);
}

/** Finds places for many findings of one connector. */
export function createPlaces(connector: Connector | undefined): (problem: Problem) => ProblemPlace {
  const operations = new Map(connector?.operations.map((operation) => [operation.pointer, operation]));
  return (problem) => {
    const general = generalFieldOf(problem);
    if (general) {
      return { tab: 'general', field: general, label: `General › ${fieldLabels[general] ?? general}` };
    }
    if (/^\/(security|securityDefinitions|components\/securitySchemes)(\/|$)/.test(problem.at)) {
      const field = problem.rule === 'SecuritySchemePropertyNotValid' ? 'key-name' : 'security';
      return { tab: 'security', field, label: 'Security' };
    }
    const pointer = operationOf(problem.at, operations);
    const operation = pointer === undefined ? undefined : operations.get(pointer);
    if (!operation || operation.id === '') return { tab: 'swagger', label: problem.at || 'the whole file' };
    const part = partOf(operation, problem.at);
    const label = part === '' ? operation.id : `${operation.id} › ${part}`;
    return { tab: 'definition', operation: operation.id, label };
  };
}

/** The part of an operation in words: a parameter by its name, a response by its status, else the member. */
function partOf(operation: Operation, at: string): string {
  const parameter = operation.parameters.find(({ pointer }) => isWithin(at, pointer));
  if (parameter) return parameter.name;
  const response = operation.responses.find(({ pointer }) => isWithin(at, pointer));
  if (response) return response.status;
  return parsePointer(at.slice(operation.pointer.length))[0] ?? '';
}

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2, hint: 3 };

/** Gravest first, else as they were found. */
export function byGravity(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((left, right) => rank[left.severity] - rank[right.severity]);
}

/** What tells one finding from the others. */
export function keyOf({ code, at, message }: Problem): string {
  return `${code} ${at} ${message}`;
}

/**
 * The finding after `current`, or before it with `step` -1, round and round. Hints are quiet and left out. Where `current`
 * was mended meanwhile, what took its place is next.
 */
export function neighbourOf(
  problems: readonly Problem[],
  { current, step }: { current: { key: string; index: number } | undefined; step: 1 | -1 },
): { problem: Problem; index: number; count: number } | undefined {
  const loud = byGravity(problems).filter(({ severity }) => severity !== 'hint');
  const count = loud.length;
  if (count === 0) return undefined;
  const found = current ? loud.findIndex((problem) => keyOf(problem) === current.key) : -1;
  const from = found >= 0 ? found + step : current ? current.index + (step < 0 ? -1 : 0) : step < 0 ? -1 : 0;
  const index = ((from % count) + count) % count;
  const problem = loud[index];
  return problem && { problem, index, count };
}
