// How the command line starts: help, versions, wrong use, and what it loads.
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommandLine, flowright } from './command-line';

describe('the command line', () => {
  beforeAll(buildCommandLine, 120_000);

  it('prints its version and its help on standard output', async () => {
    expect(await flowright(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n', stderr: '' });
    const help = await flowright(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const word of ['connector', 'flow', 'expr', 'account']) expect(help.stdout).toContain(word);
    const group = await flowright(['flow', '--help']);
    expect(group.code).toBe(0);
    expect(group.stdout).toContain('check');
    expect(group.stdout).toContain('run');
  });

  it.each([[[]], [['nonsense']], [['flow']], [['flow', 'nonsense']], [['connector']], [['--nonsense']]])(
    'is used wrongly as flowright %j: 2, standard output stays empty',
    async (words) => {
      const ended = await flowright(words);
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toMatch(/Usage: flowright/);
    },
  );

  it('loads the database only for what needs it', async () => {
    const trace = { env: { NODE_DEBUG: 'module' } };
    const light = await flowright(['expr', '@add(1,2)'], trace);
    expect(light.stdout).toBe('{"value":3,"type":"integer"}\n');
    expect(light.stderr).not.toContain('better-sqlite3');
  });
});
