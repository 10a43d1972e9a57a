// Secrets at rest: AES-256-GCM with the place of the value as additional data, so that a sealed text moved to another
// row does not open. The key file seals one data key per environment; the data keys seal the secrets.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { AppError } from '@/lib/app-error';
import { keyLength, readKeyFile } from './key-file';

const version = 'v1';
const ivLength = 12;
const tagLength = 16;

/** A text that must not be shown. However it is printed, it prints as `***`. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself. Called in server/egress and server/connection only; a test watches over it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  [inspect.custom](): string {
    return '***';
  }
}

/** Where a sealed value lives. The same place is needed to open it. */
export function secretPlace(place: { table: string; row: string; field: string }): string {
  return JSON.stringify([place.table, place.row, place.field]);
}

export interface Sealer {
  /** `aad` is the place of the value, see `secretPlace`. */
  seal(text: string, aad: string): string;
  /** Throws `AppError` INTERNAL when the text was changed, moved, or sealed with another key. */
  open(sealed: string, aad: string): Secret;
}

export interface SecretBox extends Sealer {
  /** Eight bytes that tell which key file seals; stored with what is sealed, secret of nothing. */
  readonly keyId: string;
  /** A new random data key, sealed for storage in its environment's row. */
  createDataKey(environmentId: string): string;
  /** The sealer of one environment. */
  openDataKey(wrapped: string, environmentId: string): Sealer;
}

function createSealer(key: Buffer): Sealer & { keyId: string } {
  const keyId = createHash('sha256').update('flowright key id').update(key).digest('hex').slice(0, 16);
  const additional = (aad: string) => Buffer.from(JSON.stringify([version, keyId, aad]));

  function refuse(reason: string, cause?: unknown): never {
    throw new AppError('INTERNAL', `A stored secret cannot be opened: ${reason}. Enter it again.`, { cause });
  }

  return {
    keyId,
    seal(text, aad) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      cipher.setAAD(additional(aad));
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [version, keyId, sealed.toString('base64url')].join('.');
    },
    open(sealed, aad) {
      const [textVersion, textKeyId, content = ''] = sealed.split('.');
      if (textVersion !== version) refuse('its form is unknown');
      if (textKeyId !== keyId) refuse('it was sealed with another key');
      const bytes = Buffer.from(content, 'base64url');
      if (bytes.length < ivLength + tagLength) refuse('it is cut short');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength), {
        authTagLength: tagLength,
      });
      decipher.setAAD(additional(aad));
      decipher.setAuthTag(bytes.subarray(-tagLength));
      try {
        const text = Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]);
        return new Secret(text.toString('utf8'));
      } catch (cause) {
        return refuse('it was changed or moved', cause);
      }
    },
  };
}

const dataKeyPlace = (environmentId: string) =>
  secretPlace({ table: 'environment', row: environmentId, field: 'data_key' });

/** Opens the key file, making it at first start. Throws `AppError` NOT_READY when it may not be used. */
export function createSecretBox({ keyFile }: { keyFile: string }): SecretBox {
  const root = createSealer(readKeyFile(keyFile));
  return {
    ...root,
    createDataKey: (environmentId) =>
      root.seal(randomBytes(keyLength).toString('base64'), dataKeyPlace(environmentId)),
    openDataKey(wrapped, environmentId) {
      const key = Buffer.from(root.open(wrapped, dataKeyPlace(environmentId)).reveal(), 'base64');
      if (key.length !== keyLength)
        throw new AppError('INTERNAL', 'The data key of an environment is damaged.');
      return createSealer(key);
    },
  };
}
