// What the run knows, described.
import type { JsonObject } from '../../json';
import { describeFunctions } from './entry';

const user: JsonObject = {
  actions: {
    Get_user: { name: 'Get_user', status: 'Succeeded', outputs: { statusCode: 200, body: { Id: 7 } } },
  },
};
const button: JsonObject = {
  trigger: { name: 'manual', outputs: { headers: { Accept: '*/*' }, body: { text: 'Hello' } } },
};
const form: JsonObject = {
  trigger: {
    outputs: {
      body: {
        $formdata: [
          { key: 'name', value: 'Ann' },
          { key: 'tag', value: 'a' },
          { key: 'tag', value: 'b' },
        ],
        $multipart: [{ headers: {}, body: 'one' }],
      },
    },
  },
};
const formAction: JsonObject = { actions: { Form: form.trigger ?? null } };
const loop: JsonObject = {
  loops: { Apply_to_each: { item: { id: 3 }, index: 0 } },
  item: { id: 3 },
  iterationIndexes: { Do_until: 2 },
};

export const workflowFunctions = describeFunctions('workflow', {
  actions: {
    signatures: ['(name: string) => object'],
    doc: 'The record of a step: its inputs, outputs, status and times.',
    examples: [["actions('Get_user').status", 'Succeeded', user]],
  },
  outputs: {
    signatures: ['(name: string) => any'],
    doc: 'The outputs of a step.',
    examples: [["outputs('Get_user')?['body/Id']", 7, user]],
  },
  actionOutputs: {
    signatures: ['(name: string) => any'],
    doc: 'The older name of outputs().',
    examples: [["actionOutputs('Get_user').statusCode", 200, user]],
  },
  body: {
    signatures: ['(name: string) => any'],
    doc: 'The body in the outputs of a step.',
    examples: [["body('Get_user')?['Id']", 7, user]],
  },
  actionBody: {
    signatures: ['(name: string) => any'],
    doc: 'The older name of body().',
    examples: [["actionBody('Get_user').Id", 7, user]],
  },
  result: {
    signatures: ['(name: string) => array'],
    doc: 'The records of the steps directly inside a scope or loop that has finished.',
    examples: [["length(result('Scope'))", 1, { results: { Scope: [{ name: 'A', status: 'Succeeded' }] } }]],
  },
  trigger: {
    signatures: ['() => object'],
    doc: 'The record of the trigger.',
    examples: [['trigger().name', 'manual', button]],
  },
  triggers: {
    signatures: ['() => object'],
    doc: 'The same as trigger(), as trigger conditions write it.',
    examples: [['triggers().name', 'manual', button]],
  },
  triggerOutputs: {
    signatures: ['() => any'],
    doc: 'The outputs of the trigger.',
    examples: [["triggerOutputs()?['headers/accept']", '*/*', button]],
  },
  triggerBody: {
    signatures: ['() => any'],
    doc: 'The body in the outputs of the trigger.',
    examples: [["triggerBody()?['text']", 'Hello', button]],
  },
  action: {
    signatures: ['() => object'],
    doc: 'The record of the step at hand, in loop conditions, tracked properties and unsubscribing.',
    examples: [
      ['action().status', 'Succeeded', { currentAction: { name: 'Do_until', status: 'Succeeded' } }],
    ],
  },
  variables: {
    signatures: ['(name: string) => any'],
    doc: 'The value of a variable.',
    examples: [["variables('Total')", 5, { variables: { total: 5 } }]],
  },
  parameters: {
    signatures: ['(name: string) => any'],
    doc: 'The value of a parameter of the flow.',
    examples: [["parameters('region')", 'north', { parameters: { region: 'north' } }]],
  },
  item: {
    signatures: ['() => any'],
    doc: 'The item of the innermost loop or list operation.',
    examples: [["item()?['id']", 3, loop]],
  },
  items: {
    signatures: ['(loop: string) => any'],
    doc: 'The item of a loop around this step.',
    examples: [["items('Apply_to_each')?['id']", 3, loop]],
  },
  iterationIndexes: {
    signatures: ['(loop: string) => integer'],
    doc: 'Which turn of a loop this is, counted from 0.',
    examples: [["iterationIndexes('Do_until')", 2, loop]],
  },
  formDataValue: {
    signatures: ['(name: string, key: string) => any'],
    doc: 'The value of a field of the form that a step returned.',
    examples: [["formDataValue('Form', 'name')", 'Ann', formAction]],
  },
  formDataMultiValues: {
    signatures: ['(name: string, key: string) => array'],
    doc: 'All values of a field of the form that a step returned.',
    examples: [["formDataMultiValues('Form', 'tag')", ['a', 'b'], formAction]],
  },
  triggerFormDataValue: {
    signatures: ['(key: string) => any'],
    doc: 'The value of a field of the form that the trigger received.',
    examples: [["triggerFormDataValue('name')", 'Ann', form]],
  },
  triggerFormDataMultiValues: {
    signatures: ['(key: string) => array'],
    doc: 'All values of a field of the form that the trigger received.',
    examples: [["triggerFormDataMultiValues('tag')", ['a', 'b'], form]],
  },
  multipartBody: {
    signatures: ['(name: string, index: integer) => any'],
    doc: 'The body of one part of what a step returned.',
    examples: [["multipartBody('Form', 0)", 'one', formAction]],
  },
  triggerMultipartBody: {
    signatures: ['(index: integer) => any'],
    doc: 'The body of one part of what the trigger received.',
    examples: [['triggerMultipartBody(0)', 'one', form]],
  },
  listCallbackUrl: {
    signatures: ['() => string'],
    doc: 'The address that a webhook calls back.',
    examples: [['listCallbackUrl()', 'http://127.0.0.1/cb/1', { callbackUrl: 'http://127.0.0.1/cb/1' }]],
  },
  workflow: {
    signatures: ['() => object'],
    doc: 'The flow and this run of it.',
    examples: [['workflow().run.name', '0858', { workflow: { run: { name: '0858' } } }]],
  },
});
