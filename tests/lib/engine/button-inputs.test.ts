// What a person types when starting a flow by hand.
import { describe, expect, it } from 'vitest';
import { toButtonOutputs } from '@/lib/engine/button-inputs';
import type { JsonObject } from '@/lib/json';

const trigger = {
  type: 'Request',
  kind: 'Button',
  inputs: {
    schema: {
      type: 'object',
      properties: {
        text: { type: 'string', title: 'Customer' },
        number: { type: 'number' },
        boolean: { type: 'boolean' },
        email: { type: 'string', format: 'email' },
        date: { type: 'string', format: 'date' },
        text_1: { type: 'string', enum: ['a', 'b'] },
        text_2: { type: 'string', default: 'preset' },
      },
      required: ['text'],
    },
  },
};
const person = { name: 'Ada', email: 'ada@example.test', at: '2026-11-22T10:00:00Z' };
const check = (inputs: JsonObject) => toButtonOutputs(trigger, inputs, person);

describe('the inputs of a flow that is started by hand', () => {
  it('become the body of the trigger', () => {
    const result = check({
      text: 'x',
      number: 1.5,
      boolean: false,
      email: 'a@b',
      date: '2026-11-30',
      text_1: 'b',
    });
    expect(result).toMatchObject({
      ok: true,
      outputs: {
        headers: { 'x-ms-user-name': 'Ada', 'x-ms-user-email': 'ada@example.test' },
        body: {
          text: 'x',
          number: 1.5,
          boolean: false,
          email: 'a@b',
          date: '2026-11-30',
          text_1: 'b',
          text_2: 'preset',
        },
      },
    });
  });
  it.each([
    [{}, 'text', '“Customer” is needed.'],
    [{ text: '' }, 'text', '“Customer” is needed.'],
    [{ text: 5 }, 'text', '“Customer” has to be a text.'],
    [{ text: 'x', number: '5' }, 'number', '“number” has to be a number.'],
    [{ text: 'x', boolean: 'yes' }, 'boolean', '“boolean” has to be yes or no.'],
    [{ text: 'x', email: 'nobody' }, 'email', '“email” has to be an e-mail address.'],
    [{ text: 'x', date: '30.11.2026' }, 'date', '“date” has to be a date, such as 2026-11-30.'],
    [{ text: 'x', text_1: 'c' }, 'text_1', '“text_1” is none of the choices.'],
    [{ text: 'x', other: 1 }, 'other', 'The flow has no input “other”.'],
  ])('%j: %s', (inputs, field, message) => {
    expect(check(inputs as JsonObject)).toEqual({ ok: false, problems: [{ field, message }] });
  });
});
