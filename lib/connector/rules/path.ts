// Rules for paths and the variables in them.
import { toPointer } from '../../json-pointer';
import type { Operation } from '../model';
import { entriesOf, objectMember } from '../read/members';
import { isMethod } from '../read/paths-object';
import { type CheckView, type Finding, nameOf, type Rule, setFix } from './rule';

function listPaths(view: CheckView): { path: string; at: string; isEmpty: boolean }[] {
  const paths = objectMember({ value: view.document, pointer: '' }, 'paths');
  return entriesOf(paths)
    .filter(({ key }) => !key.startsWith('x-'))
    .map(({ key, located }) => ({
      path: key,
      at: located.pointer,
      isEmpty: !entriesOf(located).some(({ key: member }) => isMethod(member)),
    }));
}

function* checkSlash(view: CheckView): Iterable<Finding> {
  for (const { path, at, isEmpty } of listPaths(view)) {
    if (path.startsWith('/')) continue;
    const message =
      path === ''
        ? 'A path is empty. Remove it from the file.'
        : `The path “${path}” does not start with a slash.`;
    const fix = { label: 'Remove it', safe: true, changes: [{ op: 'remove' as const, at }] };
    yield isEmpty ? { at, message, fix } : { at, message };
  }
}

function* checkCharacters(view: CheckView): Iterable<Finding> {
  for (const { path, at, isEmpty } of listPaths(view)) {
    if (isEmpty) continue;
    if (path.includes('*'))
      yield { at, message: `The path “${path}” has a *, which stands for nothing here.` };
    if (/[?#]/.test(path))
      yield { at, message: `The path “${path}” has a query or fragment. Declare query parameters instead.` };
  }
}

function* checkTemplate(view: CheckView): Iterable<Finding> {
  for (const { path, at, isEmpty } of listPaths(view)) {
    if (isEmpty) continue;
    const rest = path.replace(/\{[^{}]+\}/g, '');
    if (/[{}]/.test(rest))
      yield { at, message: `The braces in the path “${path}” do not pair up around a name.` };
    else if (/\{[^{}]*=[^{}]*\}/.test(path))
      yield { at, message: `A variable of the path “${path}” carries a default. Put it at the parameter.` };
  }
}

function shapeOf(path: string): string {
  return path.toLowerCase().replace(/\{[^{}]*\}/g, '{}');
}

function* checkRedefined(view: CheckView): Iterable<Finding> {
  const first = new Map<string, string>();
  for (const { path, at } of listPaths(view)) {
    const other = first.get(path.toLowerCase());
    if (other === undefined) first.set(path.toLowerCase(), path);
    else yield { at, message: `The path “${path}” differs from “${other}” only in case. Merge the two.` };
  }
}

function* checkDuplicate(view: CheckView): Iterable<Finding> {
  const first = new Map<string, Operation>();
  for (const operation of view.connector.operations) {
    const key = `${operation.method} ${shapeOf(operation.path)}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, operation);
    else if (other.path.toLowerCase() !== operation.path.toLowerCase()) {
      yield {
        at: operation.pointer,
        message: `${operation.method} ${operation.path} cannot be told from ${other.path} (${nameOf(other)}).`,
      };
    }
  }
}

function* checkPartialDuplicate(view: CheckView): Iterable<Finding> {
  const literals = new Map<string, { path: string; operation: Operation }[]>();
  for (const { operation } of view.operations) {
    if (operation.path.includes('{')) continue;
    const path = operation.path.toLowerCase();
    const folder = `${operation.method} ${folderOf(path)}`;
    const others = literals.get(folder);
    if (others) others.push({ path, operation });
    else literals.set(folder, [{ path, operation }]);
  }
  for (const { operation } of view.operations) {
    if (!/\{[^{}]*\}\/?$/.test(operation.path)) continue;
    const prefix = operation.path.replace(/\{[^{}]*\}\/?$/, '').toLowerCase();
    const clash = literals
      .get(`${operation.method} ${folderOf(prefix)}`)
      ?.find(({ path }) => path.startsWith(prefix) && path.length > prefix.length);
    if (!clash) continue;
    const message = `${operation.path} also matches ${clash.operation.path} (${nameOf(clash.operation)}).`;
    yield { at: operation.pointer, message };
  }
}

/** A path up to its last slash. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function variablesOf(path: string): string[] {
  return Array.from(path.matchAll(/\{([^{}]+)\}/g), (match) => match[1] ?? '');
}

function* checkMissingParameter(view: CheckView): Iterable<Finding> {
  const typed = view.connector.dialect === '2.0' ? { type: 'string' } : { schema: { type: 'string' } };
  for (const { operation, written } of view.operations) {
    const declared = new Set(
      operation.parameters.filter((item) => item.in === 'path').map((item) => item.name),
    );
    const missing = [...new Set(variablesOf(operation.path))].filter((name) => !declared.has(name));
    const at = `${operation.pointer}/parameters`;
    // All at once: two fixes of one list would undo each other.
    const added = missing.map((name) => ({
      name,
      in: 'path',
      required: true,
      ...typed,
      'x-ms-url-encoding': 'single',
    }));
    const value = [...(Array.isArray(written.parameters) ? written.parameters : []), ...added];
    const label = `Add ${missing.map((name) => `“${name}”`).join(', ')}`;
    for (const name of missing) {
      const message = `The path has the variable {${name}}, but no parameter of that name.`;
      yield { at, message, fix: setFix(label, at, value) };
    }
  }
}

function* checkUnusedParameter(view: CheckView): Iterable<Finding> {
  for (const { operation } of view.operations) {
    const variables = new Set(variablesOf(operation.path));
    for (const parameter of operation.parameters) {
      if (parameter.in !== 'path' || variables.has(parameter.name)) continue;
      const message = `“${parameter.name}” is a path parameter, but ${operation.path} has no {${parameter.name}}.`;
      yield { at: parameter.pointer + toPointer(['name']), message };
    }
  }
}

export const pathRules: Rule[] = [
  { code: 'CONN2101', name: 'OperationPathMustStartWithSlash', severity: 'error', find: checkSlash },
  {
    code: 'CONN2102',
    name: 'OperationPathContainsUnsupportedCharacters',
    severity: 'error',
    find: checkCharacters,
  },
  { code: 'CONN2103', name: 'OperationPathTemplateNotValid', severity: 'error', find: checkTemplate },
  { code: 'CONN2104', name: 'PathRedefined', severity: 'error', find: checkRedefined },
  { code: 'CONN2105', name: 'DuplicateOperationPath', severity: 'error', find: checkDuplicate },
  {
    code: 'CONN2106',
    name: 'PartialDuplicateOperationPath',
    severity: 'warning',
    find: checkPartialDuplicate,
  },
  { code: 'CONN2107', name: 'OperationMissingPathParameter', severity: 'error', find: checkMissingParameter },
  {
    code: 'CONN2108',
    name: 'PathParameterNotDefinedInTemplate',
    severity: 'error',
    find: checkUnusedParameter,
  },
];
