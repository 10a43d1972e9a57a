// The built-in triggers and actions: what the palette offers and what the inspector draws, as data.
// Shapes follow the Workflow Definition Language; one file per family beside this one.
import { controlActions } from './built-in/control';
import { dataActions } from './built-in/data';
import type { BuiltInAction, BuiltInTrigger } from './built-in/field';
import { httpActions } from './built-in/http';
import { requestTriggers } from './built-in/triggers';
import { variableActions } from './built-in/variables';
import type { ActionDefinition, TriggerDefinition } from './definition';

/** In the order in which the palette shows them. */
export const builtInActions: readonly BuiltInAction[] = [
  ...controlActions,
  ...dataActions,
  ...variableActions,
  ...httpActions,
];

/** Triggers, in the order in which the palette shows them. */
export const builtInTriggers: readonly BuiltInTrigger[] = requestTriggers;

const actionsByType = new Map(builtInActions.map((entry) => [entry.type.toLowerCase(), entry]));
const triggersByKind = new Map(
  builtInTriggers.map((entry) => [`${entry.type} ${entry.kind ?? ''}`.toLowerCase(), entry]),
);

function kindOf(definition: ActionDefinition | TriggerDefinition): string {
  return typeof definition.kind === 'string' ? definition.kind : '';
}

/** The built-in an action is made of, or undefined: a connector's action, or a type that is only stored. */
export function findBuiltInAction(action: ActionDefinition): BuiltInAction | undefined {
  return actionsByType.get(action.type.toLowerCase());
}

/** The built-in a trigger is made of, or undefined. */
export function findBuiltInTrigger(trigger: TriggerDefinition): BuiltInTrigger | undefined {
  return triggersByKind.get(`${trigger.type} ${kindOf(trigger)}`.toLowerCase());
}

/** True for types that call a connector's operation. */
export function isConnectorType(type: string): boolean {
  return ['openapiconnection', 'openapiconnectionwebhook', 'openapiconnectionnotification'].includes(
    type.toLowerCase(),
  );
}

/** True where runs can perform an action of this type; others are kept and shown, and refused at run. */
export function isRunnableType(type: string): boolean {
  return type.toLowerCase() === 'openapiconnection' || actionsByType.has(type.toLowerCase());
}

/** True where this trigger can start runs. */
export function isRunnableTrigger(trigger: TriggerDefinition): boolean {
  return trigger.type.toLowerCase() === 'request';
}
