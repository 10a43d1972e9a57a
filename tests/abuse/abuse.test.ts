// Every hostile case of the corpus has a handler here, a reason in not-yet.ts, or both where half of it is built. A case
// with neither fails the suite, and so does a handler or a reason whose case does not exist.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedFolder } from '../support/shared-folder';
import { handlers as authz } from './authz';
import { handlers as host } from './host';
import { notYet } from './not-yet';
import { handlers as request } from './request';
import { handlers as ssrf } from './ssrf';

interface AbuseCase {
  id: string;
  category: string;
  input: string;
  expected: string;
}

type Handler = (input: string) => void | Promise<void>;

const handlers: Record<string, Record<string, Handler>> = { host, ssrf, request, authz };
const folder = sharedFolder();

function readCases(): AbuseCase[] {
  if (!folder) return [];
  const file = JSON.parse(readFileSync(`${folder}data/abuse-cases.json`, 'utf8')) as { cases: AbuseCase[] };
  return file.cases.filter((entry) => Object.hasOwn(handlers, entry.category));
}

const cases = readCases();

describe.skipIf(!folder)('hostile input', () => {
  describe.each(Object.entries(handlers))('%s', (category, map) => {
    const mine = cases.filter((entry) => entry.category === category);

    it('has a handler or a reason for every case, and neither without a case', () => {
      const known = mine.map((entry) => entry.id);
      const waiting = Object.keys(notYet).filter((id) => id.startsWith(`${category}-`));
      const covered = new Set([...Object.keys(map), ...waiting]);
      console.log(
        `abuse ${category}: ${Object.keys(map).length} handled, ${waiting.length} later, ${known.length} in all`,
      );
      expect([...covered].sort()).toEqual([...known].sort());
    });

    it.each(mine.filter((entry) => Object.hasOwn(map, entry.id)).map((entry) => [entry.id, entry] as const))(
      '%s is answered as the corpus expects',
      async (id, entry) => {
        await map[id]?.(entry.input);
      },
    );
  });
});
