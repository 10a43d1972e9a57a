// Sealing of one value of a connection: the seal names the row, so that a sealed text moved elsewhere does not open.
import { environmentSealer, type SealerSource } from './data-key';
import { type Secret, secretPlace } from './secret-box';

export interface ValueKey {
  environmentId: string;
  connectionId: string;
  name: string;
}

function placeOf({ connectionId, name }: ValueKey): string {
  return secretPlace({ table: 'connection_value', row: connectionId, field: name });
}

export function sealValue(source: SealerSource, key: ValueKey, value: string): string {
  return environmentSealer(source, key.environmentId).seal(value, placeOf(key));
}

export function openValue(source: SealerSource, key: ValueKey, sealed: string): Secret {
  return environmentSealer(source, key.environmentId).open(sealed, placeOf(key));
}
