// The bounds of one call. Product values come from lib/limits; tests pass smaller ones.
import { limits } from '@/lib/limits';

export interface EgressLimits {
  requestBytes: number;
  /** After decoding. */
  responseBytes: number;
  responseHeaderBytes: number;
  /** Nested arrays and objects of a JSON answer. */
  jsonDepth: number;
  /** The whole call, from the name to the last byte. */
  callMilliseconds: number;
  connectMilliseconds: number;
  connectionsPerHost: number;
  /** How long a resolved name is kept. */
  nameMilliseconds: number;
}

export const egressLimits: EgressLimits = {
  requestBytes: limits.requestBytes.value,
  responseBytes: limits.responseBytes.value,
  responseHeaderBytes: limits.responseHeaderBytes.value,
  jsonDepth: limits.documentDepth.value,
  callMilliseconds: limits.callMilliseconds.value,
  connectMilliseconds: 10_000,
  connectionsPerHost: 64,
  nameMilliseconds: 5_000,
};
