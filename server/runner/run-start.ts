// What a new run is made of.
import type { ValueObject } from '@/lib/expression/value';
import type { RunAnswer } from './active-run';

export interface RunStart {
  environmentId: string;
  flowId: string;
  flowName: string;
  kind: 'draft' | 'live';
  version?: number;
  /** Text that says which flow and which connector versions the run begins with; `load` reads it. */
  sourceText: string;
  triggerOutputs: ValueObject;
  /** Idempotency-Key of the caller: the same key of the same flow begins no second run within a day. */
  dedupeKey?: string;
  /** Gets the answer of the Response action, or the one that stands for its absence. */
  answer?: (answer: RunAnswer) => void;
}
