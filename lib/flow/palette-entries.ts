// The built-in steps as entries of the palette, searched together with the operations of connectors.
import { type PaletteEntry, prepareTexts } from '../connector/palette/entries';
import { builtInActions, builtInTriggers } from './built-in';
import type { BuiltIn } from './built-in/field';

/** `Response/Http`, `Compose`: what tells built-in steps apart. */
function builtInId(entry: BuiltIn): string {
  return entry.kind === undefined ? entry.type : `${entry.type}/${entry.kind}`;
}

function toEntry(entry: BuiltIn): PaletteEntry {
  const operationId = builtInId(entry);
  return {
    id: `built-in:${operationId}`,
    role: entry.role,
    origin: 'built-in',
    owner: entry.group,
    ownerName: entry.group,
    operationId,
    label: entry.label,
    detail: entry.description,
    visibility: 'none',
    deprecated: false,
    text: prepareTexts({
      label: entry.label,
      operationId: entry.type,
      ownerName: entry.group,
      description: `${entry.description} ${entry.keywords}`,
      rest: entry.keywords,
    }),
  };
}

/** All built-in triggers and actions, in the order of the palette. */
export const builtInEntries: readonly PaletteEntry[] = [...builtInTriggers, ...builtInActions].map(toEntry);

const byId = new Map<string, BuiltIn>(
  [...builtInTriggers, ...builtInActions].map((entry) => [`built-in:${builtInId(entry)}`, entry]),
);

/** The built-in step an entry stands for, or undefined for a connector's operation. */
export function builtInOfEntry(entry: Pick<PaletteEntry, 'id'>): BuiltIn | undefined {
  return byId.get(entry.id);
}
