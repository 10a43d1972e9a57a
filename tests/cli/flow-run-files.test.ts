// `flowright flow run` with several files, some of them no flows, as a process.
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommandLine, flowright, flowrightJson, writeFiles } from './command-line';

const flow = (actions: object) => ({ triggers: { manual: { type: 'Request', kind: 'Button' } }, actions });
const compose = (inputs: unknown) => ({ type: 'Compose', inputs });

describe('flow run on several files', () => {
  beforeAll(buildCommandLine, 120_000);

  it('answers several flows with one array in their order, and prints lines for people', async () => {
    const cwd = writeFiles({
      'a.json': flow({ A: compose(1) }),
      'b.json': { definition: flow({ B: compose('@div(1,0)') }) },
    });
    const both = await flowrightJson(['flow', 'run', 'b.json', 'a.json', '--json'], { cwd });
    expect(both).toMatchObject({ code: 1, json: [{ status: 'Failed' }, { status: 'Succeeded' }] });
    const lines = await flowright(['flow', 'run', 'a.json'], { cwd });
    expect(lines).toMatchObject({ code: 0, stdout: 'a.json\n  Succeeded A\nSucceeded\n' });
  });

  it('answers for a file that is no flow as for a run that failed, and runs the others', async () => {
    const cwd = writeFiles({
      'broken.json': '{\n"actions": [',
      'none.json': {},
      'a.json': flow({ A: compose(1) }),
    });
    const words = ['flow', 'run', '--json', 'broken.json', 'a.json', 'none.json'];
    const { code, json, stderr } = await flowrightJson(words, { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const failed = (error: object) => ({ status: 'Failed', error, outputs: {}, records: [] });
    expect(json).toEqual([
      failed({ code: 'FLOW0002', message: expect.stringMatching(/^Line 2, column \d+: /) }),
      {
        status: 'Succeeded',
        outputs: {},
        records: [
          {
            name: 'A',
            status: 'Succeeded',
            code: 'OK',
            inputs: 1,
            outputs: 1,
            startTime: expect.any(String),
            endTime: expect.any(String),
          },
        ],
      },
      failed({ code: 'FLOW0004', message: expect.stringMatching(/no triggers and no actions/) }),
    ]);
    const lines = await flowright(['flow', 'run', 'none.json'], { cwd });
    expect(lines).toMatchObject({ code: 1, stdout: expect.stringMatching(/^none\.json\nFailed: The file/) });
  });
});
