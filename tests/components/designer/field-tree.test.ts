// Template text to the tree of the field editor, and back without a change.
import { $getRoot, createEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { fillRoot, readRoot } from '@/components/designer/fields/field-tree';
import { $isTokenNode, TokenNode } from '@/components/designer/fields/token-node';

function roundTrip(text: string): string {
  const editor = createEditor({ nodes: [TokenNode] });
  editor.update(() => fillRoot(text), { discrete: true });
  return editor.read(readRoot);
}

describe('the text of a field in the editor', () => {
  it.each([
    '',
    'plain text',
    'two\nlines',
    "@outputs('A')?['body/x']",
    "@{outputs('A')?['body/x']}",
    "Invoice @{outputs('A')?['body/x']} of @{triggerBody()?['text']}",
    'mail@example.com',
    '@@starts with an at sign',
    "@concat('a', 'b')",
  ])('comes back unchanged: %j', (text) => {
    expect(roundTrip(text)).toBe(text);
  });

  it('shows an expression as one token', () => {
    const editor = createEditor({ nodes: [TokenNode] });
    editor.update(() => fillRoot("Hello @{triggerBody()?['text']}"), { discrete: true });
    const tokens = editor.read(() => $getRoot().getAllTextNodes().length);
    const last = editor.read(() => {
      const node = $getRoot().getLastDescendant();
      return $isTokenNode(node) ? node.getExpression() : undefined;
    });
    expect(tokens).toBe(1);
    expect(last).toBe("triggerBody()?['text']");
  });
});
