// The text of a flow's definition: an edit changes only its own range, and no edit changes nothing.
import { rewriteText } from '../document/text';
import type { FlowDefinition } from './definition';

/** The text of `before`, changed so that it says `after`. Everything that says the same keeps its bytes. */
export function flowText(text: string, before: FlowDefinition, after: FlowDefinition): string {
  return before === after ? text : rewriteText(text, before, after);
}

/** A definition as a new text: two spaces, keys in their order. */
export function newFlowText(definition: FlowDefinition): string {
  return `${JSON.stringify(definition, null, 2)}\n`;
}
