// Every implementation by lower-cased name.
import { collectionImplementations } from './collection';
import { conversionImplementations } from './conversion';
import { dateTimeImplementations } from './date-time';
import type { FunctionImplementation } from './implementation';
import { logicalImplementations } from './logical';
import { manipulationImplementations } from './manipulation';
import { mathImplementations } from './math';
import { stringImplementations } from './string';
import { uriImplementations } from './uri';
import { workflowImplementations } from './workflow';
import { xmlImplementations } from './xml';

export const implementations: ReadonlyMap<string, FunctionImplementation> = new Map(
  [
    stringImplementations,
    collectionImplementations,
    logicalImplementations,
    conversionImplementations,
    mathImplementations,
    dateTimeImplementations,
    workflowImplementations,
    uriImplementations,
    manipulationImplementations,
    xmlImplementations,
  ].flatMap((group) => Object.entries(group).map(([name, call]) => [name.toLowerCase(), call] as const)),
);
