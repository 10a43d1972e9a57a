// Variables: one value per run, set and changed by steps (Workflow Definition Language, variables).
import { type BuiltInAction, type BuiltInField, field } from './field';

const nameField: BuiltInField = field('inputs/name', ['Name', 'The variable to change.'], {
  required: true,
  editor: 'variable',
});

/** Types a variable can have, with the words for people. */
const variableTypes = [
  { value: 'boolean', label: 'Boolean' },
  { value: 'integer', label: 'Integer' },
  { value: 'float', label: 'Float' },
  { value: 'string', label: 'String' },
  { value: 'object', label: 'Object' },
  { value: 'array', label: 'Array' },
];

export const variableActions: readonly BuiltInAction[] = [
  {
    role: 'action',
    type: 'InitializeVariable',
    label: 'Initialize variable',
    description: 'Makes a variable that later steps read and change.',
    icon: 'variable',
    group: 'Variables',
    keywords: 'declare create initialise',
    fields: [
      field('inputs/variables/0/name', ['Name', 'What the variable is called.'], {
        required: true,
        editor: 'plain',
      }),
      field('inputs/variables/0/type', ['Type', 'What it holds.'], {
        required: true,
        editor: 'variable-type',
        options: variableTypes,
      }),
      field('inputs/variables/0/value', ['Value', 'What it holds at first.'], {
        type: 'any',
        ofVariable: true,
      }),
    ],
    make: () => ({ type: 'InitializeVariable', inputs: { variables: [{ name: '', type: 'string' }] } }),
  },
  {
    role: 'action',
    type: 'SetVariable',
    label: 'Set variable',
    description: 'Gives a variable another value.',
    icon: 'variable',
    group: 'Variables',
    keywords: 'change assign',
    fields: [
      nameField,
      field('inputs/value', ['Value', 'The new value.'], { type: 'any', ofVariable: true }),
    ],
    make: () => ({ type: 'SetVariable', inputs: { name: '', value: '' } }),
  },
  {
    role: 'action',
    type: 'AppendToArrayVariable',
    label: 'Append to array variable',
    description: 'Puts a value at the end of a list.',
    icon: 'list-plus',
    group: 'Variables',
    keywords: 'add push list collect',
    fields: [
      nameField,
      field('inputs/value', ['Value', 'The item to add.'], { required: true, type: 'any' }),
    ],
    make: () => ({ type: 'AppendToArrayVariable', inputs: { name: '', value: '' } }),
  },
  {
    role: 'action',
    type: 'IncrementVariable',
    label: 'Increment variable',
    description: 'Makes a number larger.',
    icon: 'circle-plus',
    group: 'Variables',
    keywords: 'add count plus counter',
    fields: [
      nameField,
      field('inputs/value', ['Value', 'By how much.'], { type: 'number', default: 1, ofVariable: true }),
    ],
    make: () => ({ type: 'IncrementVariable', inputs: { name: '', value: 1 } }),
  },
];
