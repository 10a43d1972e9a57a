// The flow checker: everything that would keep a flow from running as meant, found without running it.
import type { Connector } from '../connector/model';
import type { Problem } from '../problem';
import { checkConnections, type KnownConnection } from './check/connections';
import { checkParameters } from './check/parameters';
import { checkReferences } from './check/references';
import { checkStructure } from './check/structure';
import type { Flow } from './definition';
import { listActions, listTriggers } from './tree';

export interface FlowProblem extends Problem {
  /** Step it is about; absent for the flow as a whole and for its trigger. */
  action?: string;
  trigger?: string;
  /**
   * Key of the field as the inspector has it, or of a place inside of it: `body/amount` of a connector, `inputs/uri` of a
   * built-in step, `limit/timeout` of its settings; `step/name`, `step/type` and `step/runAfter` of the step itself.
   */
  field?: string;
  group: 'parameter' | 'setting' | 'connection' | 'structure';
}

export interface CheckFlowQuery {
  flow: Flow;
  /** By API id. Absent where connectors are not known, e.g. on the command line: connector steps are then not looked into. */
  connectors?: Record<string, Connector>;
  /** Connections of the environment, to notice deleted and failing ones. */
  connections?: readonly KnownConnection[];
}

const order = { error: 0, warning: 1, info: 2, hint: 3 };

/** All problems, errors first, then in the order of the steps. Never throws. */
export function checkFlow({ flow, connectors, connections }: CheckFlowQuery): FlowProblem[] {
  const problems = [
    ...checkStructure(flow.definition),
    ...checkParameters(flow, connectors),
    ...checkReferences(flow.definition),
    ...(connectors ? checkConnections({ flow, connectors, ...(connections ? { connections } : {}) }) : []),
  ];
  const names = [
    ...listTriggers(flow.definition).map((each) => `trigger ${each.name}`),
    ...listActions(flow.definition).map((each) => `action ${each.name}`),
  ];
  const position = new Map(names.map((name, index) => [name, index]));
  const positionOf = ({ action, trigger }: FlowProblem) =>
    position.get(action === undefined ? `trigger ${trigger ?? ''}` : `action ${action}`) ?? -1;
  return problems.sort((a, b) => order[a.severity] - order[b.severity] || positionOf(a) - positionOf(b));
}
