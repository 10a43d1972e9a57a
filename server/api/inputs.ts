// Parts that the inputs of procedures share. Inputs are strict objects: an unknown key is refused.
import type { JsonValue } from '@/lib/json';
import { limits } from '@/lib/limits';
import { z } from '../zod';

export const id = z.string().min(1).max(100);
export const byId = z.strictObject({ id });
export const none = z.void();
export const revision = z.number().int().min(0);

/** Definitions are measured in characters here; bytes are measured where they are parsed. */
export const documentText = z.string().max(limits.definitionBytes.value, limits.definitionBytes.sentence);

export function named(limit: { value: number; sentence: string }, empty: string) {
  return z
    .string()
    .transform((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim())
    .pipe(z.string().min(1, empty).max(limit.value, limit.sentence));
}

export const displayName = named(limits.displayName, 'A name is required.');
export const connectorName = named(limits.connectorName, 'A connector name is required.');
export const fileName = z.string().max(500);
export const brandColor = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'A colour is written as #rrggbb.');
/** Base64 is a third larger than the picture; the rest is the prefix. */
export const iconDataUrl = z.string().max(Math.ceil(limits.iconBytes.value * 1.4), limits.iconBytes.sentence);

export const jsonValue: z.ZodType<JsonValue> = z.json();
export const jsonObject = z.record(z.string(), jsonValue);
export const state = z.enum(['on', 'off']);
