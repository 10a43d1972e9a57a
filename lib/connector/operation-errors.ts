// The errors that stand in one operation: in itself, in what it shares with its path, and in all it refers to. They keep
// it from being called, wherever a call starts: the Test tab, a run, the flow checker.
import { toPointer } from '../json-pointer';
import type { Problem } from '../problem';
import { blockingRules, toProblem } from './check-connector';
import { operationLabel } from './label';
import type { Connector, Operation } from './model';
import { placeName } from './place-name';
import { toOperationView } from './rules/rule';

// A connector never changes in place, so its operations are checked once.
const kept = new WeakMap<Connector, Map<string, Problem[]>>();

/** The errors of an operation, in the order of the rules; none for an operation that the connector lacks. */
export function errorsOf(connector: Connector, operationId: string): Problem[] {
  let known = kept.get(connector);
  if (!known) {
    known = new Map();
    kept.set(connector, known);
  }
  const found = known.get(operationId) ?? findErrors(connector, operationId);
  known.set(operationId, found);
  return found;
}

/** One sentence for whoever calls an operation that has errors: what is wrong and where it is mended. */
export function whyBlocked(connector: Connector, operation: Operation): string | undefined {
  const [first, ...more] = errorsOf(connector, operation.id);
  if (!first) return undefined;
  const place = placeName(connector.document, first.at);
  const where = place === '' ? '' : ` at ${place}`;
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  return `The definition of ${operationLabel(operation)} has an error${where}${others}: ${first.message} Correct it on the Definition tab of its connector.`;
}

function findErrors(connector: Connector, operationId: string): Problem[] {
  const operation = connector.operations.find(({ id }) => id === operationId);
  if (!operation) return [];
  const view = toOperationView(connector, operation);
  const found = blockingRules.flatMap((rule) =>
    Array.from(rule.find(view), (finding) => toProblem(rule, finding)),
  );
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return errors;
  const path = toPointer(['paths', operation.path]);
  const places = [operation.pointer, ...view.parts.map(({ pointer }) => pointer)];
  return errors.filter(
    ({ at }) => at === path || places.some((place) => at === place || at.startsWith(`${place}/`)),
  );
}
