// The flow that is killed, all of it calls of the sample's connector: a chain GET, POST, GET beside a loop of GET and POST, two
// iterations at a time. Every call carries the number of its run and the name of its step, so that the sample's log can judge.
import type { JsonObject } from '@/lib/json';

export const reference = 'shared_contoso_invoicing';

const following = (name: string) => ({ [name]: ['Succeeded'] });

export function crashActions(apiId: string): JsonObject {
  const call = (operationId: string, parameters: JsonObject, runAfter: JsonObject) => ({
    type: 'OpenApiConnection',
    inputs: { host: { apiId, connectionName: reference, operationId }, parameters },
    runAfter,
  });
  // Steps of a chain are numbered from 1; loops count on from 10, 20, 30.
  const get = (step: string, runAfter: JsonObject) =>
    call('ListInvoices', { fromAmount: "@triggerBody()?['n']", toAmount: `@int('${step}')` }, runAfter);
  const post = (step: string, runAfter: JsonObject) =>
    call('AddInvoice', { 'body/invoice/tags': `@{triggerBody()?['n']} ${step}` }, runAfter);
  return {
    Count: { type: 'InitializeVariable', inputs: { variables: [{ name: 'n', type: 'integer', value: 0 }] } },
    First: get('1', following('Count')),
    Pay: post('2', following('First')),
    Last: get('3', following('Pay')),
    Each: {
      type: 'Foreach',
      foreach: '@range(1, 3)',
      runtimeConfiguration: { concurrency: { repetitions: 2 } },
      runAfter: following('Count'),
      actions: {
        Look: {
          ...get('0', {}),
          inputs: {
            host: { apiId, connectionName: reference, operationId: 'ListInvoices' },
            parameters: {
              fromAmount: "@triggerBody()?['n']",
              toAmount: "@add(mul(items('Each'), 10), 1)",
            },
          },
        },
        Add: { type: 'IncrementVariable', inputs: { name: 'n' }, runAfter: following('Look') },
        Book: post("@{add(mul(items('Each'), 10), 2)}", following('Add')),
      },
    },
  };
}
