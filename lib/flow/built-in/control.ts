// Control actions: conditions, loops, scopes and the end of a run (Workflow Definition Language, control actions).
import { type BuiltInAction, field, options } from './field';

export const controlActions: readonly BuiltInAction[] = [
  {
    role: 'action',
    type: 'If',
    label: 'Condition',
    description: 'Goes one way or the other, depending on values.',
    icon: 'split',
    group: 'Control',
    keywords: 'if else branch compare yes no',
    fields: [
      field('expression', ['Condition', 'Goes to Yes when this is true, else to No.'], {
        required: true,
        type: 'boolean',
        editor: 'condition',
      }),
    ],
    make: () => ({
      type: 'If',
      expression: { and: [{ equals: ['', ''] }] },
      actions: {},
      else: { actions: {} },
    }),
  },
  {
    role: 'action',
    type: 'Foreach',
    label: 'Apply to each',
    description: 'Repeats steps for every item of a list.',
    icon: 'repeat',
    group: 'Control',
    keywords: 'loop for each foreach repeat list items',
    fields: [
      field(
        'foreach',
        ['Select an output from previous steps', 'The list whose items are taken one by one.'],
        {
          required: true,
          type: 'array',
          editor: 'list',
        },
      ),
    ],
    make: () => ({ type: 'Foreach', foreach: '', actions: {} }),
  },
  {
    role: 'action',
    type: 'Scope',
    label: 'Scope',
    description: 'Holds steps together, so that they succeed or fail as one.',
    icon: 'square-dashed',
    group: 'Control',
    keywords: 'group try catch container',
    fields: [],
    make: () => ({ type: 'Scope', actions: {} }),
  },
  {
    role: 'action',
    type: 'Terminate',
    label: 'Terminate',
    description: 'Ends the run at once with a status.',
    icon: 'octagon-x',
    group: 'Control',
    keywords: 'stop end fail cancel exit',
    fields: [
      field('inputs/runStatus', ['Status', 'What the run ends as.'], {
        required: true,
        options: options('Failed', 'Cancelled', 'Succeeded'),
      }),
      field('inputs/runError/code', ['Code', 'A short code for the failure.']),
      field('inputs/runError/message', ['Message', 'What went wrong, for the people who read the run.']),
    ],
    make: () => ({ type: 'Terminate', inputs: { runStatus: 'Failed' } }),
  },
];
