// The shape of a Workflow Definition Language document (schema 2016-06-01) as far as the product reads it.
// Unknown keys live on beside these; nothing here narrows what a document may hold.
import type { JsonObject } from '../json';

export type FlowOrigin = 'flowright' | 'power-automate' | 'logic-apps';
export type RunAfterStatus = 'Succeeded' | 'Failed' | 'Skipped' | 'TimedOut';

export interface FlowDefinition extends JsonObject {
  triggers: Record<string, TriggerDefinition>;
  actions: Record<string, ActionDefinition>;
}

export interface TriggerDefinition extends JsonObject {
  type: string;
}

export interface ActionDefinition extends JsonObject {
  type: string;
}

/** Key -> which connector a reference stands for and which connection fills it here. */
export interface ConnectionReference {
  /** `/providers/Microsoft.PowerApps/apis/shared_<slug>` */
  apiId: string;
  /** Our connection, absent while nobody chose one. */
  connectionId?: string;
}

export type ConnectionReferences = Record<string, ConnectionReference>;

/** A flow as it is kept. */
export interface Flow {
  definition: FlowDefinition;
  connectionReferences: ConnectionReferences;
  origin: FlowOrigin;
}

/** Actions inside a container by branch: Scope, Foreach and Until have `actions`; If has `actions` and `else`; Switch its cases. */
export interface Branch {
  /** JSON Pointer below the container action: `/actions`, `/else/actions`, `/cases/A/actions`, `/default/actions`. */
  at: string;
  /** Yes, No, a case's name, or empty. */
  label: string;
  actions: Record<string, ActionDefinition>;
}
