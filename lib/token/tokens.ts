// Dynamic content for a step: everything that is certain to be there when the step runs, nearest step first.

import type { Connector, OutputField } from '../connector/model';
import { listOutputs, outputResponse } from '../connector/outputs';
import { parseTemplate } from '../expression/template';
import { findConnector, findOperation, readOperationCall } from '../flow/connector-action';
import type { ActionDefinition, Flow, TriggerDefinition } from '../flow/definition';
import { titleOf } from '../flow/title';
import { findAction, listTriggers } from '../flow/tree';
import { listLoops, listUpstream, readVariables } from '../flow/upstream';
import { ownProperty } from '../json';
import { buildItemTokens, buildTokens } from './build';
import { readPlainReference, referenceKey } from './reference';
import { fieldOfSchema } from './schema-fields';
import { callWith, type Token, type TokenGroup, type TokenSource, type TokenType } from './token';

export interface TokensQuery {
  flow: Flow;
  /** By API id. */
  connectors: Record<string, Connector>;
  /** The step that will use the token. */
  action: string;
}

/** Groups in the order of the picker: steps before (nearest first), the trigger, loops around, variables. Empty groups are left out. */
export function listTokens(query: TokensQuery): TokenGroup[] {
  const { definition } = query.flow;
  const upstream = [...new Set(listUpstream(definition, query.action))];
  const steps = upstream.flatMap((name) => {
    const action = findAction(definition, name)?.action;
    return action ? (groupOfStep(query, name, action) ?? []) : [];
  });
  const trigger = listTriggers(definition)[0];
  const known = trigger ? [...steps, groupOfTrigger(query, trigger.name, trigger.trigger)] : steps;
  const loops = loopGroups(query, known);
  const variables = variableGroup(query, upstream);
  return [...known, ...loops, ...(variables ? [variables] : [])].filter(
    (group) => group.tokens.length > 0 || group.undescribed,
  );
}

function groupOfStep(query: TokensQuery, name: string, action: ActionDefinition): TokenGroup | undefined {
  const source: TokenSource = { kind: 'action', name, root: callWith('outputs', name), slashed: false };
  const group = {
    id: `action:${name}`,
    label: titleOf(name),
    kind: 'action',
    name,
    undescribed: false,
  } as const;
  const call = readOperationCall(action, query.flow.connectionReferences);
  if (call) {
    const outputs = connectorOutputs(query.connectors, call);
    const tokens = buildTokens({ ...source, slashed: true }, outputs.fields);
    return { ...group, apiId: call.apiId, undescribed: outputs.undescribed, tokens };
  }
  const fields = builtInOutputs(action);
  return fields.length === 0 ? undefined : { ...group, tokens: buildTokens(source, fields) };
}

function connectorOutputs(
  connectors: Record<string, Connector>,
  call: { apiId: string; operationId: string },
): { fields: OutputField[]; undescribed: boolean } {
  const connector = findConnector(connectors, call.apiId);
  const operation = connector && findOperation(connector, call.operationId);
  if (!connector || !operation) return { fields: [wholeBody], undescribed: true };
  return { fields: listOutputs(connector, operation), undescribed: !outputResponse(operation)?.schema };
}

const wholeBody: OutputField = {
  path: ['body'],
  label: 'Body',
  description: 'Everything the step answered.',
  visibility: 'none',
  type: 'any',
  children: [],
};

function plain(label: string, path: string[], type: TokenType, advanced = false): OutputField {
  return { path, label, description: '', visibility: advanced ? 'advanced' : 'none', type, children: [] };
}

function builtInOutputs(action: ActionDefinition): OutputField[] {
  switch (action.type.toLowerCase()) {
    case 'compose':
      return [plain('Outputs', [], 'any')];
    case 'http':
      return [
        wholeBody,
        plain('Status code', ['statusCode'], 'integer'),
        plain('Headers', ['headers'], 'object'),
      ];
    case 'parsejson':
      return [fieldOfSchema(ownProperty(ownProperty(action, 'inputs'), 'schema'), ['body'], 'Body')];
    case 'query':
    case 'select':
      return [plain('Output', ['body'], 'array')];
    case 'join':
    case 'table':
      return [plain('Output', ['body'], 'string')];
    case 'expression':
    case 'workflow':
    case 'apiconnection':
    case 'httpwebhook':
      return [wholeBody];
    default:
      return [];
  }
}

function groupOfTrigger(query: TokensQuery, name: string, trigger: TriggerDefinition): TokenGroup {
  const source: TokenSource = { kind: 'trigger', name: '', root: 'triggerOutputs()', slashed: true };
  const group = { id: 'trigger', label: titleOf(name), kind: 'trigger', name, undescribed: false } as const;
  const call = readOperationCall(trigger, query.flow.connectionReferences);
  if (call) {
    const outputs = connectorOutputs(query.connectors, call);
    const tokens = buildTokens(source, outputs.fields);
    return { ...group, apiId: call.apiId, undescribed: outputs.undescribed, tokens };
  }
  if (trigger.type.toLowerCase() !== 'request') return { ...group, tokens: [] };
  const body = fieldOfSchema(ownProperty(ownProperty(trigger, 'inputs'), 'schema'), ['body'], 'Body');
  const button = String(trigger.kind ?? '').toLowerCase() === 'button';
  const rest = [plain('Headers', ['headers'], 'object', true), plain('Queries', ['queries'], 'object', true)];
  const inBody: TokenSource = { ...source, root: 'triggerBody()', slashed: false };
  // Parts of the body read from the body, as makers of flows expect to see them: triggerBody()?['text'].
  const parts = buildTokens(inBody, relative(body.children)).map(fromBody);
  const whole = buildTokens(inBody, [{ ...body, path: [], children: [] }]).map(fromBody);
  const others = button ? [] : buildTokens({ ...source, slashed: false }, rest);
  if (button) return { ...group, tokens: parts };
  if (body.type === 'array')
    return { ...group, tokens: [...buildTokens(inBody, [rebased(body)]).map(fromBody), ...others] };
  return { ...group, tokens: [...parts, ...whole, ...others] };
}

/** Fields as they are seen from the body instead of from the outputs. */
function relative(fields: readonly OutputField[]): OutputField[] {
  return fields.map(rebased);
}

function rebased(field: OutputField): OutputField {
  return { ...field, path: field.path.slice(1), children: relative(field.children) };
}

/** Keys name the way from the outputs, whichever way the expression takes. */
function fromBody(token: Token): Token {
  const [kind = '', name = '', ...rest] = token.key.split(':');
  const path = rest.join(':');
  return {
    ...token,
    key: [kind, name, path === '' ? 'body' : `body/${path}`].join(':'),
    children: token.children.map(fromBody),
  };
}

function loopGroups(query: TokensQuery, known: readonly TokenGroup[]): TokenGroup[] {
  const { definition } = query.flow;
  const byKey = new Map<string, Token>();
  const remember = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      byKey.set(token.key, token);
      remember(token.children);
    }
  };
  for (const group of known) remember(group.tokens);
  const groups: TokenGroup[] = [];
  // Outermost first: an inner loop may go over a list of the outer one's item.
  for (const loop of listLoops(definition, query.action).toReversed()) {
    if (loop.action.type.toLowerCase() !== 'foreach') continue;
    const source: TokenSource = {
      kind: 'loop',
      name: loop.name,
      root: callWith('items', loop.name),
      slashed: false,
    };
    const list = byKey.get(listKeyOf(loop.action) ?? '');
    const item = buildTokens(source, [plain('Current item', [], 'any')]);
    const tokens = [...item, ...(list ? buildItemTokens(source, list) : [])];
    remember(tokens);
    const label = `Current item of ${titleOf(loop.name)}`;
    groups.unshift({
      id: `loop:${loop.name}`,
      label,
      kind: 'loop',
      name: loop.name,
      undescribed: false,
      tokens,
    });
  }
  return groups;
}

/** Key of the list a Foreach goes over, where its expression is a plain reference. */
export function listKeyOf(action: ActionDefinition): string | undefined {
  const text = ownProperty(action, 'foreach');
  if (typeof text !== 'string') return undefined;
  const template = parseTemplate(text);
  const reference = template.kind === 'expression' ? readPlainReference(template.expression) : undefined;
  return reference && referenceKey(reference);
}

const variableTypes: Record<string, TokenType> = {
  string: 'string',
  integer: 'integer',
  float: 'number',
  boolean: 'boolean',
  object: 'object',
  array: 'array',
};

function variableGroup(query: TokensQuery, upstream: readonly string[]): TokenGroup | undefined {
  const tokens = upstream.flatMap((step) => {
    const action = findAction(query.flow.definition, step)?.action;
    if (action?.type.toLowerCase() !== 'initializevariable') return [];
    return readVariables(action).flatMap(({ name, type }) => {
      const source: TokenSource = {
        kind: 'variable',
        name,
        root: callWith('variables', name),
        slashed: false,
      };
      return buildTokens(source, [plain(name, [], variableTypes[type] ?? 'any')]);
    });
  });
  if (tokens.length === 0) return undefined;
  return { id: 'variables', label: 'Variables', kind: 'variable', name: '', undescribed: false, tokens };
}
