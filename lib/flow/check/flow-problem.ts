// Makes findings about a flow. Codes are stable; the group is where the checker lists them.
//   FLOW1xxx structure · FLOW2xxx what is missing, expressions · FLOW3xxx connections · FLOW400x settings ·
//   FLOW401x values that break a rule · EXPRxxxx the expression language
import type { FlowProblem } from '../check-flow';

type Extras = Partial<Pick<FlowProblem, 'field' | 'range' | 'rule' | 'fix' | 'severity'>>;

export interface Place {
  action?: string;
  trigger?: string;
  at: string;
}

/** A problem at a place; an error unless said otherwise. The group follows from the code. */
export function flowProblem(
  code: string,
  place: Place,
  said: string | ({ message: string } & Extras),
): FlowProblem {
  const extras = typeof said === 'string' ? { message: said } : said;
  return { code, severity: 'error', group: groupOf(code), ...place, ...extras };
}

function groupOf(code: string): FlowProblem['group'] {
  if (code.startsWith('FLOW1')) return 'structure';
  if (code.startsWith('FLOW3')) return 'connection';
  return code.startsWith('FLOW400') ? 'setting' : 'parameter';
}
