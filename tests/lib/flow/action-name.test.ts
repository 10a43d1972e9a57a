// Names that a person types for a step: judged as they are typed, so that nothing is dropped without a word.
import { describe, expect, it } from 'vitest';
import { checkActionName, typedActionName } from '@/lib/flow/action-name';
import { compose, makeFlow } from '../../support/flows';

const { definition } = makeFlow({ Pay_invoice: compose(1), Other: compose(1) });

describe('a name as it is typed', () => {
  it.each([
    ['Pay < or >', 'A step name cannot contain “<”.'],
    ['What?', 'A step name cannot contain “?”.'],
    ['Pay/refund', 'A step name cannot contain “/”.'],
    ['x'.repeat(81), 'A step name may have up to 80 characters.'],
    ['pay  Invoice', 'Another step is called “Pay invoice”.'],
    ['   ', 'A step needs a name.'],
    ['Pay it', undefined],
  ])('%s: %s', (typed, reason) => {
    expect(checkActionName(definition, typedActionName(typed), 'Other')).toBe(reason);
  });
});
