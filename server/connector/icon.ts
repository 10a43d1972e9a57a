// Icons: PNG, JPEG or SVG up to the limit, told by their first bytes and not by what they say they are.
import { createHash } from 'node:crypto';
import {
  type ConnectorIconRow,
  deleteConnectorIcon,
  findConnectorIcon,
  putConnectorIcon,
} from '@/db/queries/connector';
import { listMemberships } from '@/db/queries/environment';
import { AppError } from '@/lib/app-error';
import { limits } from '@/lib/limits';
import type { Scope, Services } from '../services';

export type Icon = Pick<ConnectorIconRow, 'mediaType' | 'data' | 'version'>;

/** Reads a `data:` URL. Throws INVALID_INPUT on field `iconDataUrl`. */
export function parseIcon(dataUrl: string): Icon {
  const match = /^data:[a-z0-9.+/-]*;base64,([a-zA-Z0-9+/=\s]*)$/.exec(dataUrl);
  if (match === null) throw badIcon();
  const data = Buffer.from(match[1] ?? '', 'base64');
  if (data.length > limits.iconBytes.value) {
    throw new AppError('TOO_LARGE', limits.iconBytes.sentence, { field: 'iconDataUrl' });
  }
  const mediaType = mediaTypeOf(data);
  if (mediaType === undefined) throw badIcon();
  return { mediaType, data, version: createHash('sha256').update(data).digest('hex').slice(0, 12) };
}

function mediaTypeOf(data: Buffer): Icon['mediaType'] | undefined {
  if (data.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))
    return 'image/png';
  if (data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  const start = data
    .subarray(0, 2_000)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  const body = start.replace(/^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>|\s)+/i, '');
  return /^<svg[\s>]/i.test(body) ? 'image/svg+xml' : undefined;
}

function badIcon(): AppError {
  return new AppError('INVALID_INPUT', 'The icon is not a PNG, JPEG or SVG picture.', {
    field: 'iconDataUrl',
  });
}

export function saveIcon(scope: Scope, connectorId: string, icon: Icon | undefined): void {
  const { database } = scope.services;
  if (icon === undefined) deleteConnectorIcon(database, scope.environmentId, connectorId);
  else putConnectorIcon(database, { connectorId, environmentId: scope.environmentId, ...icon });
}

/** For the address of an icon, which names no environment: one of the user's own must hold it. */
export function findIconFor(services: Services, userId: string, connectorId: string): Icon | undefined {
  for (const environment of listMemberships(services.database, userId)) {
    const icon = findConnectorIcon(services.database, environment.id, connectorId);
    if (icon !== undefined) return icon;
  }
  return undefined;
}
