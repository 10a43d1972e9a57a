// Words, advice and inputs of runs.
import { describe, expect, it } from 'vitest';
import { retryText } from '@/components/run/elapsed';
import { adviseOn, hostOfFailure } from '@/components/run/failure-advice';
import { codeText, httpStatusOf, shownStatus } from '@/components/run/run-model';
import { checkInputText, toInputValues } from '@/components/run/trigger-inputs';
import { toValueRows } from '@/components/run/value-rows';

describe('words of a run', () => {
  it('knows a status by its number and by its reason', () => {
    expect(codeText('401')).toBe('401 Unauthorized');
    expect(codeText('Unauthorized')).toBe('401 Unauthorized');
    expect(codeText('ActionSkipped')).toBe('Action skipped');
    expect(httpStatusOf('OK')).toBe('200');
  });
});

describe('a call that waits to be sent again', () => {
  const record = { name: 'Get', iteration: [], status: 'Running', startTime: 0, sequence: 1 } as const;

  it('counts down to its next sending', () => {
    const waiting = { ...record, iteration: [], sent: 2, due: 10_000 };
    expect(shownStatus(waiting)).toBe('Retrying');
    expect(retryText(waiting, 4, 3_200)).toBe('Retry 2 of 4 in 7 s');
    expect(retryText(waiting, 4, 11_000)).toBe('Retry 2 of 4 in 0 s');
    expect(retryText({ ...waiting, due: 605_000 }, 4, 0)).toBe('Retry 2 of 4 in 10 min 05 s');
  });
});

describe('advice on a failed step', () => {
  it.each(['401', 'Unauthorized', '403'])('sends a rejected key (%s) to the connection', (code) => {
    expect(adviseOn({ code }).actions).toEqual(['fix-connection']);
  });

  it.each(['401', '403', 'ConnectionRefused', 'HostNotFound'])(
    'sends %s of a step without a connector to the step itself',
    (code) => {
      const advice = adviseOn({ code }, true);
      expect(advice.actions).toEqual(['edit-step']);
      expect(advice.fix).not.toMatch(/connect(ion|or)/);
    },
  );

  it('offers to allow a host that the door refused', () => {
    const failure = { code: 'HostNotAllowed', error: { code: 'HostNotAllowed', message: 'x' } };
    expect(adviseOn(failure).actions).toEqual(['allow-host']);
    expect(hostOfFailure(failure, [{ url: 'http://127.0.0.1:5080/ListInvoices' }])).toBe('127.0.0.1:5080');
    expect(hostOfFailure(failure, [{ url: 'https://example.com/a' }])).toBe('example.com:443');
  });

  it('reads the host from the message when nothing was sent', () => {
    const error = { code: 'HostNotAllowed', message: '127.0.0.1:5080 is a private address.' };
    expect(hostOfFailure({ error }, [])).toBe('127.0.0.1:5080');
  });

  it('sends an expression that fails to the step, whose inputs were never made', () => {
    const { actions, fix } = adviseOn({ code: 'InvalidTemplate' });
    expect(actions).toEqual(['edit-step']);
    expect(fix).not.toContain('inputs');
  });

  it('always says what to do', () => {
    expect(adviseOn({}).fix).not.toBe('');
    expect(adviseOn({ code: 'SomethingNew' }).happened).toContain('Something new');
  });
});

describe('inputs of a run', () => {
  const input = { key: 'number', kind: 'number', title: 'Amount', description: '', required: true } as const;

  it('turns texts into typed values and leaves empty ones out', () => {
    const inputs = [
      input,
      { ...input, key: 'boolean', kind: 'boolean' as const },
      { ...input, key: 'text', kind: 'text' as const },
    ];
    expect(toInputValues(inputs, { number: '12.5', boolean: 'true', text: '' })).toEqual({
      number: 12.5,
      boolean: true,
    });
  });

  it('names the field that is missing or wrong', () => {
    expect(checkInputText(input, '')).toBe('Amount is required.');
    expect(checkInputText(input, 'many')).toContain('Amount is a number');
    expect(checkInputText(input, '5500')).toBeUndefined();
  });
});

describe('a value as rows', () => {
  it('says how long a list is and shows its first item', () => {
    const rows = toValueRows({ invoices: [{ id: 'A', amount: 2 }, { id: 'B' }] });
    expect(rows.map((row) => [row.depth, row.label, row.kind, row.text])).toEqual([
      [0, 'invoices', 'list of 2', ''],
      [1, 'id', 'text', 'A'],
      [1, 'amount', 'number', '2'],
    ]);
  });

  it('stops at the limit', () => {
    const wide = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`key${index}`, index]));
    expect(toValueRows(wide, 40)).toHaveLength(40);
  });
});
