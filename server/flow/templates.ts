// What a new flow begins with (Workflow Definition Language, schema 2016-06-01).
import type { FlowDefinition, TriggerDefinition } from '@/lib/flow/definition';
import type { JsonObject } from '@/lib/json';

export type FlowTemplate = 'button' | 'http';

const schema =
  'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#';
const emptySchema = (): JsonObject => ({ type: 'object', properties: {}, required: [] });

const triggers: Record<FlowTemplate, () => TriggerDefinition> = {
  button: () => ({ type: 'Request', kind: 'Button', inputs: { schema: emptySchema() } }),
  http: () => ({ type: 'Request', kind: 'Http', inputs: { schema: {} } }),
};

export function newDefinition(template: FlowTemplate): FlowDefinition {
  return {
    $schema: schema,
    contentVersion: '1.0.0.0',
    parameters: {
      $connections: { defaultValue: {}, type: 'Object' },
      $authentication: { defaultValue: {}, type: 'SecureObject' },
    },
    triggers: { manual: triggers[template]() },
    actions: {},
    outputs: {},
  };
}
