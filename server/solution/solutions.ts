// Solutions: boxes for connectors and flows that belong together.
import { randomUUID } from 'node:crypto';
import { inTransaction } from '@/db/client';
import { listConnectors } from '@/db/queries/connector';
import { listFlows } from '@/db/queries/flow';
import {
  deleteSolution,
  insertSolution,
  listPublishers,
  listSolutions,
  type SolutionWithPublisher,
  updateSolution,
} from '@/db/queries/solution';
import { AppError } from '@/lib/app-error';
import { toUniqueName } from '@/lib/solution/unique-name';
import { iconUrl, readSummary } from '../connector/stored-connector';
import { nameKey, withUniqueName } from '../names';
import type { Scope } from '../services';
import { getSolutionRow } from './load';

export function listPublisherViews(scope: Scope): { id: string; displayName: string }[] {
  return listPublishers(scope.services.database, scope.environmentId).map(({ id, displayName }) => ({
    id,
    displayName,
  }));
}

export function listSolutionViews(scope: Scope) {
  const { database } = scope.services;
  const connectors = countBySolution(listConnectors(database, scope.environmentId));
  const flows = countBySolution(listFlows(database, scope.environmentId));
  return listSolutions(database, scope.environmentId).map((row) => ({
    ...toView(row),
    connectors: connectors.get(row.id) ?? 0,
    flows: flows.get(row.id) ?? 0,
  }));
}

function countBySolution(rows: { solutionId: string | null }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { solutionId } of rows)
    if (solutionId !== null) counts.set(solutionId, (counts.get(solutionId) ?? 0) + 1);
  return counts;
}

export function getSolutionView(scope: Scope, id: string) {
  const row = getSolutionRow(scope, id);
  const { database } = scope.services;
  const connectors = listConnectors(database, scope.environmentId, id).map((connector) => ({
    kind: 'connector' as const,
    id: connector.id,
    name: connector.name,
    type: 'Custom connector',
    modifiedAt: connector.modifiedAt,
    iconUrl: iconUrl(connector.id, connector.iconVersion),
    brandColor: readSummary(connector.summaryText).brandColor,
  }));
  const flows = listFlows(database, scope.environmentId, id).map((flow) => ({
    kind: 'flow' as const,
    id: flow.id,
    name: flow.name,
    type: 'Cloud flow',
    modifiedAt: flow.modifiedAt,
    iconUrl: undefined,
    brandColor: undefined,
  }));
  const objects = [...connectors, ...flows].sort((a, b) => a.name.localeCompare(b.name));
  return { ...toView(row), connectors: connectors.length, flows: flows.length, objects };
}

function toView({
  id,
  displayName,
  uniqueName,
  publisherId,
  publisherName,
  version,
  createdAt,
  modifiedAt,
}: SolutionWithPublisher) {
  return {
    id,
    displayName,
    uniqueName,
    publisherId,
    publisher: publisherName,
    version,
    createdAt,
    modifiedAt,
  };
}

export interface NewSolution {
  displayName: string;
  publisherId: string;
  uniqueName?: string | undefined;
}

export function createSolution(scope: Scope, input: NewSolution): { id: string } {
  const { database, now } = scope.services;
  const { environmentId } = scope;
  return inTransaction(database, () => {
    if (!listPublishers(database, environmentId).some((publisher) => publisher.id === input.publisherId)) {
      throw new AppError('NOT_FOUND', 'This publisher does not exist in this environment.', {
        field: 'publisherId',
      });
    }
    const id = randomUUID();
    const key = nameKey(input.displayName);
    const others = listSolutions(database, environmentId);
    const uniqueName = input.uniqueName ?? freeUniqueName(others, input.displayName);
    const row = {
      id,
      environmentId,
      publisherId: input.publisherId,
      displayName: input.displayName,
      nameKey: key,
      uniqueName,
      version: '1.0.0.0',
      createdAt: now(),
      modifiedAt: now(),
    };
    const isNameTaken = others.some((other) => other.uniqueName === uniqueName && other.nameKey !== key);
    const [name, field] = isNameTaken ? [uniqueName, 'uniqueName'] : [input.displayName, 'displayName'];
    withUniqueName(name, () => insertSolution(database, row), field);
    return { id };
  });
}

/** The name that the display name suggests, with a number where it is taken. */
function freeUniqueName(others: readonly { uniqueName: string }[], displayName: string): string {
  const base = toUniqueName(displayName);
  const taken = new Set(others.map((row) => row.uniqueName));
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}${count}`;
  return name;
}

export function renameSolution(scope: Scope, { id, displayName }: { id: string; displayName: string }): void {
  const { database, now } = scope.services;
  getSolutionRow(scope, id);
  const row = {
    environmentId: scope.environmentId,
    id,
    displayName,
    nameKey: nameKey(displayName),
    modifiedAt: now(),
  };
  withUniqueName(displayName, () => updateSolution(database, row), 'displayName');
}

export function listSolutionDependents(scope: Scope, id: string) {
  const { objects } = getSolutionView(scope, id);
  const only = (kind: 'connector' | 'flow') =>
    objects.filter((one) => one.kind === kind).map(({ id: objectId, name }) => ({ id: objectId, name }));
  return { connectors: only('connector'), flows: only('flow') };
}

/** A solution is deleted empty: what is inside is somebody's work. */
export function removeSolution(scope: Scope, id: string): void {
  const row = getSolutionRow(scope, id);
  const inside = listSolutionDependents(scope, id);
  const count = inside.connectors.length + inside.flows.length;
  if (count > 0) {
    throw new AppError(
      'HAS_DEPENDENTS',
      `“${row.displayName}” still holds ${count} ${count === 1 ? 'object' : 'objects'}. Delete ${count === 1 ? 'it' : 'them'} first.`,
      {
        details: inside,
      },
    );
  }
  deleteSolution(scope.services.database, scope.environmentId, id);
}
