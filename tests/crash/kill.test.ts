// kill -9 at random moments: no accepted run is lost, nothing that has finished is sent again, no POST is sent twice,
// and what nobody can know is in doubt. The sample API's own log is the judge. Two mutants prove that the suite would notice.
import { beforeAll, describe, expect, it } from 'vitest';
import { failPoints } from '@/server/runner/fail-point';
import { bundleChild } from './bundle';
import { killManyTimes } from './suite';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const kills = Number(process.env.KILLS ?? 50);
const clean = { lost: 0, stuck: 0, resent: 0, doubled: 0, misjudged: 0, integrity: 'ok' };

describe('a process that is killed at random moments', () => {
  let child = '';
  beforeAll(async () => {
    child = await bundleChild();
  });

  it(`${kills} times loses nothing and doubles nothing`, async () => {
    const verdict = await killManyTimes({ child, kills, seed });
    console.log(`crash.kill seed ${seed}: ${JSON.stringify(verdict)}`);
    expect(verdict).toMatchObject(clean);
    expect(verdict.accepted).toBeGreaterThan(kills / 5);
    expect(verdict.inDoubt).toBeGreaterThan(0);
  });

  it.each(failPoints)('or that ends exactly at %s does so too', async (point) => {
    // The claim is passed once per process, so only its first time can be wanted.
    const rounds = point === 'after-claim' ? 1 : 4;
    const verdict = await killManyTimes({ child, kills: rounds, seed, point });
    console.log(`crash.points ${point}: ${JSON.stringify(verdict)}`);
    expect(verdict).toMatchObject(clean);
    expect(verdict.reached).toBe(rounds);
  });

  it.each([
    ['forget-starts', 'doubled'],
    ['answer-first', 'lost'],
  ] as const)('is noticed when it is broken: %s', async (mutant, sign) => {
    const broken = await bundleChild(mutant);
    let caught = 0;
    let rounds = 0;
    while (caught === 0 && rounds < 5) {
      const verdict = await killManyTimes({ child: broken, kills: 15, seed: seed + rounds });
      caught = verdict[sign];
      rounds += 1;
      console.log(`crash.kill mutant ${mutant}, seed ${seed + rounds - 1}: ${JSON.stringify(verdict)}`);
    }
    expect(caught).toBeGreaterThan(0);
  });
});
