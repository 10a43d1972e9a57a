// Runs as screens see them. Values are texts cut to size; the whole is for download.
import type { ActionFault, ActionStatus, Attempt, IterationStep, RunStatus } from '@/lib/engine/record';
import type { ConnectionReferences } from '@/lib/flow/definition';
import type { CutText } from './cut-for-view';

export interface RunView {
  id: string;
  flowId: string;
  flowName: string;
  status: RunStatus;
  kind: 'draft' | 'live';
  /** Absent for a draft run. */
  version?: number;
  /** Name of the trigger. */
  trigger: string;
  /** Epoch milliseconds. */
  startedAt: number;
  finishedAt?: number;
  /** Milliseconds. */
  duration?: number;
  error?: ActionFault & { action?: string };
  /** How many actions wait for a person's decision. */
  inDoubt: number;
}

export interface RunRecordSummary {
  name: string;
  iteration: IterationStep[];
  status: ActionStatus;
  code?: string;
  startTime: number;
  endTime?: number;
  /** When the next attempt is due, while the action waits for it. */
  due?: number;
  sequence: number;
  error?: ActionFault;
  /** Bytes of the stored texts; 0 for none. */
  inputsBytes: number;
  outputsBytes: number;
  /** How often the call was sent; 0 for what is no call. */
  sent: number;
  /** How many items an Apply to each goes through. */
  items?: number;
}

export interface RunRecordView extends RunRecordSummary {
  inputs?: CutText;
  outputs?: CutText;
  attempts: Attempt[];
}

/** Where to look first in a run that failed or waits for a decision. */
export interface TroubleView {
  kind: 'failed' | 'in-doubt';
  name: string;
  iteration: IterationStep[];
  message: string;
  /** The item that the innermost loop was at, in a few words. */
  item?: string;
}

export interface RunConnectorView {
  id: string;
  apiId: string;
  slug: string;
  name: string;
  brandColor: string;
  iconUrl: string | undefined;
  definitionText: string;
  propertiesText: string;
  version: number;
}

export interface RunDetails {
  run: RunView;
  /** The flow it ran is gone; the history outlives it. */
  flowDeleted: boolean;
  /** The solution that its flow is in today. */
  solution?: { id: string; name: string };
  definitionText: string;
  references: ConnectionReferences;
  connectors: RunConnectorView[];
  /** Newest state of each record outside loops. */
  records: RunRecordSummary[];
  trouble?: TroubleView;
  /** Highest sequence number in here: where a live view goes on. */
  sequence: number;
  /** Epoch milliseconds on the server's clock, which all times of the run are written with. */
  now: number;
}

export interface RunChangeView {
  sequence: number;
  now: number;
  run?: RunView;
  record?: RunRecordSummary;
}
