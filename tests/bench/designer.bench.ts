// What the designer computes at each edit: layout, checks, dynamic content, an edit itself.
import { bench, describe } from 'vitest';
import { applyEdit } from '@/lib/flow/apply-edit';
import { checkFlow } from '@/lib/flow/check-flow';
import type { ActionDefinition, Flow } from '@/lib/flow/definition';
import { layoutFlow } from '@/lib/flow/layout';
import { listTokens } from '@/lib/token/tokens';
import { call, contoso, contosoApi } from '../support/contoso';
import { compose, makeFlow } from '../support/flows';

const connectors = { [contosoApi]: contoso() };
const connected = { connectionReferences: { shared_contoso: { apiId: contosoApi, connectionId: 'c1' } } };
const none: ReadonlySet<string> = new Set();

function makeChain(count: number): Flow {
  const actions: Record<string, ActionDefinition> = { Step_0: call('ListInvoices') };
  for (let index = 1; index < count; index += 1) {
    const before = `Step_${index - 1}`;
    actions[`Step_${index}`] =
      index % 3 === 0
        ? call('GetInvoice', { id: `@{outputs('Step_0')?['body/owner/name']} ${index}` }, before)
        : compose(`@concat(outputs('${before}'), '${index}')`, before);
  }
  return makeFlow(actions, connected);
}

/** Every round edits one field first, so that nothing kept from the round before hides the cost. */
function edited(flow: Flow): () => Flow {
  let count = 0;
  return () => {
    count += 1;
    const result = applyEdit(flow, {
      type: 'set-value',
      action: 'Step_100',
      path: ['inputs'],
      value: `v${count}`,
    });
    return result.ok ? result.flow : flow;
  };
}

describe('after an edit of one field', () => {
  const three = edited(makeChain(300));
  const thousand = edited(makeChain(1_000));
  bench('the edit itself, 300 steps', () => {
    three();
  });
  bench('check of 300 steps', () => {
    checkFlow({ flow: three(), connectors });
  });
  bench('layout of 1,000 cards', () => {
    layoutFlow(thousand().definition, { collapsed: none });
  });
  bench('dynamic content of the 300th step', () => {
    listTokens({ flow: three(), connectors, action: 'Step_299' });
  });
});
