// Undo and redo: what counts as one step of the maker, and what each step is called.
import { describe, expect, it } from 'vitest';
import { editName } from '@/lib/flow/edit-name';
import type { Edit } from '@/lib/flow/edits/edit';
import { emptyHistory, recordEdit, redo, undo } from '@/lib/flow/history';
import { applyEdits, chainOfThree as chain } from '../../support/flows';

describe('the history of a flow', () => {
  const type = (text: string): Edit => ({ type: 'set-value', action: 'A', path: ['inputs'], value: text });

  it('makes one step of quick typing into one field, and two of slow typing', () => {
    let flow = chain();
    let history = emptyHistory;
    for (const [text, at] of [
      ['a', 0],
      ['ab', 500],
      ['abc', 1000],
      ['abcd', 5000],
    ] as const) {
      const after = applyEdits(flow, type(text));
      history = recordEdit(history, { edit: type(text), before: flow, after, at });
      flow = after;
    }
    expect(history.past.length).toBe(2);
    const once = undo(history, flow);
    expect(once?.flow.definition.actions.A?.inputs).toBe('abc');
    expect(once && undo(once.history, once.flow)?.flow.definition.actions.A?.inputs).toBe(1);
    expect(once && redo(once.history)?.flow.definition.actions.A?.inputs).toBe('abcd');
  });

  it('names steps, forgets what changed nothing, and drops redo after a new edit', () => {
    const flow = chain();
    const add: Edit = {
      type: 'add-action',
      label: 'List Invoices',
      action: { type: 'Compose', inputs: 1 },
      place: {},
    };
    expect(editName(add)).toBe('Add List Invoices');
    const after = applyEdits(flow, add);
    const history = recordEdit(emptyHistory, { edit: add, before: flow, after, at: 0 });
    expect(recordEdit(history, { edit: type('x'), before: after, after, at: 1 })).toBe(history);
    const undone = undo(history, after);
    expect(undone?.name).toBe('Add List Invoices');
    if (undone)
      expect(
        recordEdit(undone.history, {
          edit: type('x'),
          before: flow,
          after: applyEdits(flow, type('x')),
          at: 2,
        }).future,
      ).toEqual([]);
  });
});
