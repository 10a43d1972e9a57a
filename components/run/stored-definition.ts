// The stored text of a definition as data for reading screens.
import type { FlowDefinition } from '@/lib/flow/definition';
import { isJsonObject } from '@/lib/json';

/** Reads a stored definition; a text that is not JSON reads as a flow without anything. */
export function parseStoredDefinition(text: string): FlowDefinition {
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return withBranches(value as FlowDefinition);
  } catch {
    // Falls through: the flow list and checker say what is wrong with the text.
  }
  return { triggers: {}, actions: {} };
}

function withBranches(definition: FlowDefinition): FlowDefinition {
  const triggers = isJsonObject(definition.triggers) ? definition.triggers : {};
  const actions = isJsonObject(definition.actions) ? definition.actions : {};
  if (triggers === definition.triggers && actions === definition.actions) return definition;
  return { ...definition, triggers, actions };
}
