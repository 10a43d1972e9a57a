// A key that is sent behind a prefix is a secret without the prefix as well: services repeat what they have parsed.
import { expect, it } from 'vitest';
import { placementsFor } from '@/server/connection/open-credential';
import { Secret } from '@/server/connection/secret-box';
import { maskBytes } from '@/server/egress/echo-mask';

it.each(['Bearer ', 'Token:', 'key='])('masks a key after “%s”', (prefix) => {
  const key = 'abc def-0123456789';
  const placements = placementsFor(
    { type: 'apiKey', in: 'header', name: 'X-Key', label: 'Key', prefix },
    new Map([['api_key', new Secret(key)]]),
  );
  const secrets = placements.flatMap(({ value, parts = [] }) => [value, ...parts]);
  for (const echo of [key, `${prefix}${key}`, encodeURIComponent(key)])
    expect(maskBytes(Buffer.from(echo), secrets).toString()).not.toContain('0123456789');
});
