// Request triggers: the button a person presses, and the address a program calls (Workflow Definition Language, "Request").
import { type BuiltInTrigger, field, options } from './field';

export const requestTriggers: readonly BuiltInTrigger[] = [
  {
    role: 'trigger',
    type: 'Request',
    kind: 'Button',
    label: 'Manually trigger a flow',
    description: 'Starts when you press Run.',
    icon: 'hand',
    group: 'Triggers',
    keywords: 'instant button run inputs',
    fields: [
      field('inputs/schema', ['Inputs', 'What a person is asked for before the flow runs.'], {
        editor: 'trigger-inputs',
        type: 'object',
      }),
    ],
    make: () => ({
      type: 'Request',
      kind: 'Button',
      inputs: { schema: { type: 'object', properties: {}, required: [] } },
    }),
  },
  {
    role: 'trigger',
    type: 'Request',
    kind: 'Http',
    label: 'When an HTTP request is received',
    description: 'Starts when a program calls the address of this flow.',
    icon: 'webhook',
    group: 'Triggers',
    keywords: 'webhook hook url endpoint api request',
    fields: [
      field(
        'inputs/schema',
        ['Request body JSON schema', 'Describes the body, so later steps can use its fields.'],
        {
          editor: 'schema',
          type: 'object',
        },
      ),
      field(
        'inputs/method',
        ['Method', 'Only requests with this method start the flow. Any method where empty.'],
        {
          options: options('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
          visibility: 'advanced',
        },
      ),
    ],
    make: () => ({ type: 'Request', kind: 'Http', inputs: { schema: {} } }),
  },
];
