// Promises about the tree itself: who may reveal secrets, who may call out, and that certificates are always checked.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const rooms = ['app', 'cli', 'components', 'db', 'lib', 'server'];

const files = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
);

const offenders = (pattern: RegExp, allowed: string[]) =>
  files
    .filter((file) => !allowed.some((folder) => file.startsWith(folder)))
    .filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));

describe('the tree', () => {
  it('reveals secrets in the door and the box only', () => {
    expect(offenders(/\.reveal\(/, ['server/egress/', 'server/connection/'])).toEqual([]);
  });

  it('calls out through the door only', () => {
    const calls = /(?<![.\w])fetch\(|from 'undici'|\b(?:http|https|net|tls|http2)\.(?:request|get|connect)\(/;
    expect(offenders(calls, ['server/egress/'])).toEqual([]);
  });

  it('never switches certificate checks off', () => {
    expect(offenders(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/, [])).toEqual([]);
  });
});
