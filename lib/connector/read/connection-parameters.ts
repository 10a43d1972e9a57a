// connectionParameters of apiProperties.json: the form that makes a connection. What the security scheme needs and the
// properties do not declare is added; fields of another scheme (the names api_key, username and password are fixed) are not shown.
import { type JsonObject, type JsonValue, ownProperty } from '../../json';
import type { ConnectionParameter, ConnectorSecurity } from '../model';
import type { Located } from '../reference';
import { entriesOf, flagMember, listMember, objectMember, textMember } from './members';

/** The members of apiProperties.json, given whole or already unwrapped. */
export function unwrapProperties(properties: JsonObject | undefined): Located<JsonObject> {
  const root: Located<JsonObject> = { value: properties ?? {}, pointer: '' };
  return objectMember(root, 'properties') ?? root;
}

/** The fields that sign calls, whatever the scheme. */
export const schemeFields: readonly string[] = ['api_key', 'username', 'password'];

/** The connection form: what the scheme needs and nobody declared, then the declared fields in tab order. */
export function readConnectionParameters(
  properties: JsonObject | undefined,
  security: ConnectorSecurity,
): ConnectionParameter[] {
  const inner = unwrapProperties(properties);
  const declared = entriesOf(objectMember(inner, 'connectionParameters'));
  const needed = parametersOfSecurity(security);
  const policies = JSON.stringify(ownProperty(inner.value, 'policyTemplateInstances') ?? '');
  const isOfOtherScheme = (name: string): boolean =>
    schemeFields.includes(name) &&
    needed.every((parameter) => parameter.name !== name) &&
    !policies.includes(`connectionParameters('${name}'`);
  const own = declared
    .map(({ key, located }) => ({ key, located, type: textMember(located.value, 'type').toLowerCase() }))
    .filter(({ type, located }) => type !== 'oauthsetting' && type !== 'gatewaysetting' && !isHidden(located))
    .filter(({ key }) => !isOfOtherScheme(key))
    .map(({ key, located, type }, index) => ({
      index,
      tab: tabIndex(located),
      parameter: readOne(key, located, type),
    }))
    .sort((left, right) => left.tab - right.tab || left.index - right.index)
    .map(({ parameter }) => parameter);
  if (security.type === 'apiKey' && findKey(security, own)) return own;
  const names = new Set(declared.map(({ key }) => key));
  return [...needed.filter(({ name }) => !names.has(name)), ...own];
}

/** The declared field that holds the key: `api_key`, one of that name or of the header's, or the only secret one. */
function findKey(
  security: { name: string },
  parameters: readonly ConnectionParameter[],
): ConnectionParameter | undefined {
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const named = (wanted: string) => parameters.find(({ name }) => plain(name) === wanted);
  const secrets = parameters.filter(({ secret }) => secret);
  return named('apikey') ?? named(plain(security.name)) ?? (secrets.length === 1 ? secrets[0] : undefined);
}

/** The fields that a security scheme asks for. */
function parametersOfSecurity(security: ConnectorSecurity): ConnectionParameter[] {
  if (security.type === 'apiKey')
    return [{ name: 'api_key', label: security.label, secret: true, required: true }];
  if (security.type !== 'basic') return [];
  return [
    { name: 'username', label: security.userNameLabel, secret: false, required: true },
    { name: 'password', label: security.passwordLabel, secret: true, required: true },
  ];
}

/** The labels that the properties give to the fields of the security scheme. */
export function labelSecurity(
  security: ConnectorSecurity,
  parameters: readonly ConnectionParameter[],
): ConnectorSecurity {
  const label = (name: string): string | undefined =>
    parameters.find((parameter) => parameter.name === name)?.label;
  if (security.type === 'apiKey') {
    const key = findKey(security, parameters);
    const labelled = { ...security, label: key?.label ?? security.label };
    return key && key.name !== 'api_key' ? { ...labelled, parameter: key.name } : labelled;
  }
  if (security.type !== 'basic') return security;
  return {
    type: 'basic',
    userNameLabel: label('username') ?? security.userNameLabel,
    passwordLabel: label('password') ?? security.passwordLabel,
  };
}

function constraintsOf(located: Located): JsonValue | undefined {
  return ownProperty(ownProperty(located.value, 'uiDefinition'), 'constraints');
}

function isHidden(located: Located): boolean {
  return flagMember(constraintsOf(located), 'hidden');
}

function tabIndex(located: Located): number {
  const index = ownProperty(constraintsOf(located), 'tabIndex');
  return typeof index === 'number' ? index : Number.MAX_SAFE_INTEGER;
}

function readOne(name: string, located: Located, type: string): ConnectionParameter {
  const ui = ownProperty(located.value, 'uiDefinition');
  const parameter: ConnectionParameter = {
    name,
    label: textMember(ui, 'displayName') || textMember(ui, 'displayname') || name,
    secret: type === 'securestring',
    required: flagMember(constraintsOf(located), 'required'),
  };
  const description = textMember(ui, 'description') || textMember(ui, 'tooltip');
  if (description) parameter.description = description;
  const preset = ownProperty(located.value, 'defaultValue') ?? ownProperty(constraintsOf(located), 'default');
  if (typeof preset === 'string' || typeof preset === 'number') parameter.default = String(preset);
  const allowed = allowedValues(located);
  if (allowed.length > 0) parameter.allowedValues = allowed;
  return parameter;
}

function allowedValues(located: Located): { value: string; label: string }[] {
  const constraints: Located = { value: constraintsOf(located) ?? null, pointer: '' };
  return [...listMember(constraints, 'allowedValues'), ...listMember(located, 'allowedValues')].flatMap(
    ({ value }) => {
      const raw = ownProperty(value, 'value') ?? value;
      if (typeof raw !== 'string' && typeof raw !== 'number') return [];
      return [{ value: String(raw), label: textMember(value, 'text') || String(raw) }];
    },
  );
}
