// The flow that is killed: a chain GET, POST, GET beside a loop of GET and POST, two iterations at a time.
// Every call says which run and which step it belongs to, so that the API's own log can judge.
import type { FlowDefinition } from '@/lib/flow/definition';
import type { JsonObject } from '@/lib/json';

export function crashFlow(api: string): FlowDefinition {
  const call = (method: string, step: string, runAfter: JsonObject = {}) => ({
    type: 'Http',
    inputs: {
      method,
      uri: `${api}/${step}`,
      headers: { 'x-run': '@{workflow().run.name}', 'x-step': step },
      ...(method === 'POST' && { body: { step } }),
    },
    runAfter,
  });
  const following = (name: string) => ({ [name]: ['Succeeded'] });
  return {
    triggers: { manual: { type: 'Request', kind: 'Http' } },
    actions: {
      Count: {
        type: 'InitializeVariable',
        inputs: { variables: [{ name: 'n', type: 'integer', value: 0 }] },
      },
      First: call('GET', 'chain-1', following('Count')),
      Pay: call('POST', 'chain-2', following('First')),
      Last: call('GET', 'chain-3', following('Pay')),
      Each: {
        type: 'Foreach',
        foreach: '@range(0, 3)',
        runtimeConfiguration: { concurrency: { repetitions: 2 } },
        runAfter: following('Count'),
        actions: {
          Look: call('GET', "loop-@{items('Each')}-1"),
          Add: { type: 'IncrementVariable', inputs: { name: 'n' }, runAfter: following('Look') },
          Book: call('POST', "loop-@{items('Each')}-2", following('Add')),
        },
      },
    },
  };
}
