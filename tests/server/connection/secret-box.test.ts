// Secrets at rest: sealed, bound to their place, and closed without the key file.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createSecretBox, Secret, secretPlace } from '@/server/connection/secret-box';

const folder = mkdtempSync(join(tmpdir(), 'secret-box-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => join(folder, `${files++}`, 'flowright.key');
const place = secretPlace({ table: 'connection', row: 'r1', field: 'values' });

describe('a secret', () => {
  const secret = new Secret('hunter2');

  it.each([
    ['String', String(secret)],
    ['a template', `${secret}`],
    ['JSON', JSON.stringify({ secret })],
    ['inspect', inspect({ secret }, { showHidden: true, depth: 5 })],
    ['spread', JSON.stringify({ ...secret })],
    ['entries', JSON.stringify(Object.entries(secret))],
  ])('does not show in %s', (_, shown) => {
    expect(shown).not.toContain('hunter2');
  });

  it('is revealed on request', () => {
    expect(secret.reveal()).toBe('hunter2');
  });
});

describe('sealing', () => {
  const box = createSecretBox({ keyFile: newFile() });

  it('gives back any text at its own place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(box.open(box.seal(text, place), place).reveal()).toBe(text);
      }),
    );
  });

  it('never gives the same text twice, and none that shows the secret', () => {
    const sealed = [box.seal('hunter2', place), box.seal('hunter2', place)];
    expect(sealed[0]).not.toBe(sealed[1]);
    expect(sealed.join()).not.toContain(Buffer.from('hunter2').toString('base64url'));
  });

  it.each([
    ['another row', secretPlace({ table: 'connection', row: 'r2', field: 'values' })],
    ['another field', secretPlace({ table: 'connection', row: 'r1', field: 'name' })],
    ['another table', secretPlace({ table: 'user', row: 'r1', field: 'values' })],
    ['a row that looks alike when joined', 'connectionr1values'],
  ])('does not open at %s', (_, other) => {
    const sealed = box.seal('hunter2', place);
    expect(() => box.open(sealed, other)).toThrow(/changed or moved/);
  });

  it('does not open when one bit differs', () => {
    const [version, key, content = ''] = box.seal('hunter2', place).split('.');
    const bytes = Buffer.from(content, 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => box.open([version, key, changed.toString('base64url')].join('.'), place)).toThrow();
    }
  });

  it.each(['', 'v1', 'v1.x.y', 'v2.a.b', 'plain text', 'v1..'])('does not open %j', (text) => {
    expect(() => box.open(text, place)).toThrow(/cannot be opened/);
  });

  it('does not open with another key file', () => {
    const other = createSecretBox({ keyFile: newFile() });
    expect(other.keyId).not.toBe(box.keyId);
    expect(() => other.open(box.seal('hunter2', place), place)).toThrow(/another key/);
  });

  it('by an environment opens only with the data key of that environment', () => {
    const [first, second] = [box.createDataKey('e1'), box.createDataKey('e2')];
    const sealed = box.openDataKey(first, 'e1').seal('hunter2', place);
    expect(box.openDataKey(first, 'e1').open(sealed, place).reveal()).toBe('hunter2');
    expect(() => box.openDataKey(second, 'e2').open(sealed, place)).toThrow(/another key/);
    expect(() => box.openDataKey(first, 'e2')).toThrow(/moved/);
    expect(() => box.open(sealed, place)).toThrow(/another key/);
  });
});

describe('the key file', () => {
  it('is made once, for its owner only, and used again', () => {
    const keyFile = newFile();
    const sealed = createSecretBox({ keyFile }).seal('hunter2', place);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(statSync(keyFile).size).toBe(32);
    expect(createSecretBox({ keyFile }).open(sealed, place).reveal()).toBe('hunter2');
  });

  it.skipIf(process.platform === 'win32')('is refused when others can read it', () => {
    const keyFile = newFile();
    createSecretBox({ keyFile });
    chmodSync(keyFile, 0o640);
    expect(() => createSecretBox({ keyFile })).toThrow(`Run: chmod 600 ${keyFile}`);
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['short', Buffer.alloc(31, 7)],
    ['long', Buffer.alloc(33, 7)],
    ['not random', Buffer.alloc(32)],
  ])('is refused when it is %s, and left as it was', (_, content) => {
    const keyFile = newFile();
    createSecretBox({ keyFile });
    writeFileSync(keyFile, content);
    expect(() => createSecretBox({ keyFile })).toThrow(/backup/);
    expect(readFileSync(keyFile)).toEqual(content);
  });

  it('that cannot be made is said so', () => {
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, '');
    expect(() => createSecretBox({ keyFile: join(blocked, 'key') })).toThrow(/cannot be opened/);
    expect(existsSync(join(blocked, 'key'))).toBe(false);
  });
});
