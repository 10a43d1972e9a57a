// A workspace for stories about fields: a connector whose operation has a field of every kind, flows that call it, and the
// words by which the inspector is found.
import type { Locator, Page } from 'playwright-core';
import type { JsonObject, JsonValue } from '@/lib/json';
import { everyField } from '../support/every-field';
import { ask, change, openWorkspace, runAfter, type Workspace } from './workspace';

const reference = 'shared_every_field';

export interface FieldsWorkspace {
  workspace: Workspace;
  page: Page;
  /** A call of the operation that has a field of every kind. */
  put(parameters: JsonObject, ...after: string[]): JsonObject;
  /** Opens the designer of a new flow with these actions on one of its steps. */
  open(actions: JsonObject, step: string): Promise<void>;
  /** Loads the designer of that flow with a step selected. */
  look(step: string): Promise<void>;
  /** The definition of the draft as the server has it. */
  definition(): Promise<JsonObject>;
  /** A value in a step of the draft. */
  valueIn(step: string, ...path: string[]): Promise<JsonValue | undefined>;
  parameter(step: string, key: string): Promise<JsonValue | undefined>;
  inspector(): Locator;
  field(name: string): Locator;
  card(title: string): Locator;
  undo(): Locator;
  /** Replaces what a field holds. */
  write(name: string, text: string): Promise<void>;
  /** Waits until a field has the focus. */
  focused(name: string): Promise<void>;
}

/** Starts the product with the connector in a solution. */
export async function openFields(): Promise<FieldsWorkspace> {
  const workspace = await openWorkspace();
  const { page } = workspace;
  const [publisher] = await ask<{ id: string }[]>(page, 'solutions.publishers');
  const { id: solutionId } = await change<{ id: string }>(page, 'solutions.create', {
    displayName: 'Orders',
    publisherId: publisher?.id,
  });
  const { id: connectorId } = await change<{ id: string }>(page, 'connectors.createFromFile', {
    fileName: 'fields.json',
    text: JSON.stringify(everyField),
    name: 'Every field',
    host: workspace.gate.host,
    scheme: 'http',
    brandColor: '#7a2d52',
    solutionId,
  });
  const { apiId } = await ask<{ apiId: string }>(page, 'connectors.get', { id: connectorId });
  let flow = '';
  let count = 0;

  async function definition(): Promise<JsonObject> {
    const { definitionText } = await ask<{ definitionText: string }>(page, 'flows.get', { id: flow });
    return JSON.parse(definitionText);
  }
  async function valueIn(step: string, ...path: string[]): Promise<JsonValue | undefined> {
    let value: JsonValue | undefined = (await definition()).actions;
    for (const key of [step, ...path]) value = (value as Record<string, JsonValue> | undefined)?.[key];
    return value;
  }
  async function look(step: string): Promise<void> {
    await page.goto(`${workspace.product.url}/flows/${flow}/edit?action=${step}`);
    await inspector().waitFor();
  }
  async function open(actions: JsonObject, step: string): Promise<void> {
    count += 1;
    const name = `Flow ${count}`;
    flow = (await change<{ id: string }>(page, 'flows.create', { name, solutionId, trigger: 'button' })).id;
    const made = await ask<{ revision: number; definitionText: string }>(page, 'flows.get', { id: flow });
    await change(page, 'flows.saveDraft', {
      id: flow,
      revision: made.revision,
      definitionText: JSON.stringify({ ...JSON.parse(made.definitionText), actions }),
      references: { [reference]: { apiId } },
    });
    await look(step);
  }

  const inspector = () => page.getByRole('region', { name: /^Step / });
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  return {
    workspace,
    page,
    put: (parameters, ...after) => ({
      type: 'OpenApiConnection',
      inputs: { host: { apiId, connectionName: reference, operationId: 'PutOrder' }, parameters },
      runAfter: runAfter(after),
    }),
    open,
    look,
    definition,
    valueIn,
    parameter: (step, key) => valueIn(step, 'inputs', 'parameters', key),
    inspector,
    field,
    card: (title) => page.getByRole('button', { name: new RegExp(`^${title}, (step|.*inside)`) }),
    undo: () => page.getByRole('button', { name: 'Undo', exact: true }).first(),
    async write(name, text) {
      await field(name).click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
    focused: (name) => field(name).and(page.locator(':focus')).waitFor(),
  };
}
