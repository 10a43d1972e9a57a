// What the listener of `/hooks/` has to know of a flow before it may be started.
import type { RunStart } from './run-start';

export interface HookTarget {
  /** Everything of the run but its payload. */
  start: Omit<RunStart, 'triggerOutputs' | 'answer'>;
  /** Upper case; the trigger's method. */
  method: string;
  /** True when the flow has a Response action and the caller has to wait for it. */
  answers: boolean;
  /** The key of that id, 256 bits in base64url, while it is valid. */
  key(keyId: string): string | undefined;
}
