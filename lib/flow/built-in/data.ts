// Data operations (Workflow Definition Language, data operations).
import { type BuiltInAction, field } from './field';

export const dataActions: readonly BuiltInAction[] = [
  {
    role: 'action',
    type: 'Compose',
    label: 'Compose',
    description: 'Makes a value out of text and dynamic content.',
    icon: 'braces',
    group: 'Data operations',
    keywords: 'value text json build',
    fields: [
      field('inputs', ['Inputs', 'Text, JSON or dynamic content. Later steps use it as Outputs.'], {
        required: true,
        type: 'any',
      }),
    ],
    make: () => ({ type: 'Compose', inputs: '' }),
  },
];
