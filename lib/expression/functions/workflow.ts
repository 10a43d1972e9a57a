// What the run knows: the trigger, actions, variables, parameters, loops, the workflow itself.
import { readProperty } from '../access';
import { fail } from '../expression-error';
import type { EvaluationScope } from '../scope';
import { emptyObject, isValueObject, type Value, type ValueObject } from '../value';
import { integerAt, textAt } from './arguments';
import { type FunctionGroup, named, values } from './implementation';

function recordOf(name: string, shown: string, scope: EvaluationScope): ValueObject {
  return (
    scope.action(name) ?? fail('EXPR1410', `Step '${shown}' has not run here, so nothing can be read of it.`)
  );
}

/** The value, which may be null; undefined means there is none. */
function present(value: Value | undefined, code: string, message: () => string): Value {
  return value === undefined ? fail(code, message()) : value;
}

function outside(shown: string): string {
  return `'${shown}' is not a loop around this step.`;
}

function outputsOf(record: ValueObject | undefined): Value {
  return record ? (readProperty(record, 'outputs') ?? null) : null;
}

function bodyOf(record: ValueObject | undefined): Value {
  const outputs = outputsOf(record);
  return isValueObject(outputs) ? (readProperty(outputs, 'body') ?? null) : null;
}

const outputs = named((name, shown, scope) => outputsOf(recordOf(name, shown, scope)));
const body = named((name, shown, scope) => bodyOf(recordOf(name, shown, scope)));
const trigger = values((_, scope) => scope.trigger() ?? null);

function listOf(whole: Value, name: '$formdata' | '$multipart'): Value[] {
  const list = isValueObject(whole) ? whole[name] : undefined;
  if (Array.isArray(list)) return list;
  return fail(
    'EXPR1411',
    name === '$formdata' ? 'The body holds no form data.' : 'The body holds no parts (multipart).',
  );
}

function formValues(whole: Value, key: string): Value[] {
  const wanted = key.toLowerCase();
  return listOf(whole, '$formdata')
    .filter((entry): entry is ValueObject => isValueObject(entry))
    .filter((entry) => String(entry.key ?? '').toLowerCase() === wanted)
    .map((entry) => entry.value ?? null);
}

function formValue(whole: Value, key: string): Value {
  const found = formValues(whole, key);
  if (found.length > 1) fail('EXPR1411', `The form has ${found.length} values for '${key}'.`);
  return found[0] ?? null;
}

function multipart(whole: Value, index: number): Value {
  const parts = listOf(whole, '$multipart');
  const part = parts[index];
  if (!isValueObject(part)) {
    return fail('EXPR1402', `Part ${index} does not exist; the body has ${parts.length}.`);
  }
  return part.body ?? null;
}

function actionBody(given: Value[], scope: EvaluationScope): Value {
  const name = textAt(given, 0);
  return bodyOf(recordOf(name.toLowerCase(), name, scope));
}

export const workflowImplementations: FunctionGroup = {
  actions: named((name, shown, scope) => recordOf(name, shown, scope)),
  outputs,
  actionOutputs: outputs,
  body,
  actionBody: body,
  result: named(
    (name, shown, scope) =>
      scope.result(name) ?? fail('EXPR1410', `'${shown}' is not a finished group of steps.`),
  ),
  trigger,
  triggers: trigger,
  triggerOutputs: values((_, scope) => outputsOf(scope.trigger())),
  triggerBody: values((_, scope) => bodyOf(scope.trigger())),
  action: values(
    (_, scope) => scope.currentAction() ?? fail('EXPR1410', 'action() has no step to speak of here.'),
  ),
  variables: named((name, shown, scope) =>
    present(scope.variable(name), 'EXPR1412', () => `There is no variable '${shown}' yet.`),
  ),
  parameters: named((name, shown, scope) =>
    present(scope.parameter(name), 'EXPR1412', () => `There is no parameter '${shown}'.`),
  ),
  item: values((_, scope) =>
    present(scope.item(), 'EXPR1413', () => 'item() stands in no loop or list operation.'),
  ),
  items: named((name, shown, scope) => present(scope.loopItem(name), 'EXPR1413', () => outside(shown))),
  iterationIndexes: named((name, shown, scope) =>
    present(scope.iterationIndex(name), 'EXPR1413', () => outside(shown)),
  ),
  formDataValue: values((given, scope) => formValue(actionBody(given, scope), textAt(given, 1))),
  formDataMultiValues: values((given, scope) => formValues(actionBody(given, scope), textAt(given, 1))),
  triggerFormDataValue: values((given, scope) => formValue(bodyOf(scope.trigger()), textAt(given, 0))),
  triggerFormDataMultiValues: values((given, scope) => formValues(bodyOf(scope.trigger()), textAt(given, 0))),
  multipartBody: values((given, scope) => multipart(actionBody(given, scope), integerAt(given, 1))),
  triggerMultipartBody: values((given, scope) => multipart(bodyOf(scope.trigger()), integerAt(given, 0))),
  listCallbackUrl: values(
    (_, scope) => scope.callbackUrl() ?? fail('EXPR1414', 'listCallbackUrl() works in webhook steps only.'),
  ),
  workflow: values((_, scope) => scope.workflow() ?? emptyObject()),
};
