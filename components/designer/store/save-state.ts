// What the designer knows of its stored draft: how saving stands, and what the server handed out.
import type { ErrorDescription } from '@/components/ui/describe-error';
import type { Flow } from '@/lib/flow/definition';

/**
 * `failed`: it is tried again by itself; `refused`: the server answered that it does not take the draft as it is;
 * `stale`: somebody else stored first.
 */
export type SaveState = 'saved' | 'saving' | 'failed' | 'refused' | 'stale';

export interface SaveStatus {
  state: SaveState;
  /** When the draft was stored last, epoch ms. */
  at: number | undefined;
  /** Why it is not stored. */
  problem?: ErrorDescription | undefined;
}

/** The answer to a draft that was stored. */
export interface StoredAnswer {
  revision: number;
  savedAt: number;
  /** The draft differs from the live version. */
  edited: boolean;
}

/** A draft that the server took. */
export interface StoredDraft {
  text: string;
  flow: Flow;
  answer: StoredAnswer;
  /** Changes made while the request was under way. */
  changes: number;
}

/** A draft as the server has it. */
export interface LoadedDraft {
  flow: Flow;
  definitionText: string;
  revision: number;
  at: number | undefined;
  /** The live version, 0 before the first. */
  version?: number | undefined;
  /** The draft differs from the live version. */
  edited?: boolean | undefined;
}
