// Where a dropped step lands, by the layout of a small flow.
import { describe, expect, test } from 'vitest';
import { findDropPlace, findNearestEnd } from '@/components/designer/canvas/drop-place';
import type { FlowDefinition } from '@/lib/flow/definition';
import { layoutFlow } from '@/lib/flow/layout';

const definition: FlowDefinition = {
  triggers: { manual: { type: 'Request', kind: 'Button' } },
  actions: {
    First: { type: 'Compose', inputs: 1 },
    Group: {
      type: 'Scope',
      runAfter: { First: ['Succeeded'] },
      actions: { Inner: { type: 'Compose', inputs: 2 } },
    },
    Last: { type: 'Compose', inputs: 3, runAfter: { Group: ['Succeeded'] } },
  },
};
const layout = layoutFlow(definition, { collapsed: new Set(), running: false, reading: false });

function find(name: string) {
  const node = layout.nodes.find(
    (each) => each.name === name && each.kind !== 'add' && each.kind !== 'branch',
  );
  if (!node) throw new Error(`no node ${name}`);
  return node;
}

describe('A step dropped on the canvas', () => {
  test('lands on the line it is near', () => {
    const first = find('First');
    const below = { x: first.x + first.width / 2, y: first.y + first.height + 20 };
    expect(findDropPlace(layout, below, 48)?.insert).toMatchObject({ after: 'First', before: 'Group' });
  });

  test('lands at the end of the flow when it is near no line, however high it was let go', () => {
    const far = { x: -2_000, y: 0 };
    expect(findDropPlace(layout, far, 48)).toBeUndefined();
    expect(findNearestEnd(layout, far)).toMatchObject({ after: 'Last' });
  });

  test('lands at the end of the container under it', () => {
    const group = find('Group');
    const corner = { x: group.x + 2, y: group.y + group.height - 2 };
    expect(findNearestEnd(layout, corner)).toMatchObject({ container: 'Group', after: 'Inner' });
  });
});
