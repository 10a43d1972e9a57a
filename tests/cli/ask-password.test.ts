// Asking for a password: on a terminal twice and unseen, from a pipe once; without an answer nothing changes.
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askPassword } from '@/cli/ask-password';

/** Somebody at a terminal who types these keys. */
function at(keys: string, { end = false, tty = true } = {}) {
  const input = Object.assign(new PassThrough(), { isTTY: tty, setRawMode: () => undefined });
  const output = new PassThrough();
  input.write(keys);
  if (end) input.end();
  return { answer: askPassword({ input, output }), shown: () => String(output.read() ?? '') };
}

describe('a new password', () => {
  it('is asked for twice on a terminal, and never shown', async () => {
    const { answer, shown } = at('battery staple\rbattery staple\r');
    expect(await answer).toBe('battery staple');
    expect(shown()).toBe('New password: \nThe same again: \n');
  });

  it('that was typed differently the second time changes nothing', async () => {
    const { answer } = at('battery staple\rbattery stable\r');
    await expect(answer).rejects.toThrow('The two passwords differ. Nothing was changed.');
  });

  it.each([
    ['the end of input', 'batt', true],
    ['Ctrl-D', '\u0004', false],
    ['Ctrl-C', 'batt\u0003', false],
    ['Ctrl-D the second time', 'battery staple\r\u0004', false],
  ])('ended by %s changes nothing', async (_what, keys, end) => {
    await expect(at(keys, { end }).answer).rejects.toThrow('Nothing was changed.');
  });

  it('is read once from a pipe', async () => {
    expect(await at('battery staple\n', { end: true, tty: false }).answer).toBe('battery staple');
    await expect(at('', { end: true, tty: false }).answer).rejects.toThrow(
      'No password was given. Nothing was changed.',
    );
  });
});
