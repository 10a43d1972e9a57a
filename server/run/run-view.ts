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
}

export interface RunRecordView extends RunRecordSummary {
  inputs?: CutText;
  outputs?: CutText;
  attempts: Attempt[];
}

/** How many repetitions of an action there are, where not all are sent. */
export interface RepetitionCounts {
  name: string;
  total: number;
  byStatus: Partial<Record<ActionStatus, number>>;
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
  definitionText: string;
  references: ConnectionReferences;
  connectors: RunConnectorView[];
  /** Newest state of each record; of repetitions the first of each action. */
  records: RunRecordSummary[];
  repetitions: RepetitionCounts[];
  /** Highest sequence number in here: where a live view goes on. */
  sequence: number;
}

export interface RunChangeView {
  sequence: number;
  run?: RunView;
  record?: RunRecordSummary;
}
