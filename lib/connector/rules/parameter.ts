// Rules for parameters, bodies and what is sent in them.
import { isForbiddenHeader, isHeaderName } from '../../http-rules';
import { ownProperty } from '../../json';
import { atPointer, toPointer } from '../../json-pointer';
import { isOwnedByConnection } from '../connection';
import { humanise } from '../label';
import { isFormMediaType, isJsonMediaType } from '../media-type';
import type { Operation, Parameter } from '../model';
import { entriesOf, listMember, objectMember, textMember, textsMember } from '../read/members';
import { declaredType } from '../schema-view';
import { type CheckView, type Finding, type Rule, setFix } from './rule';

function* eachParameter(
  view: CheckView,
  find: (parameter: Parameter, operation: Operation) => Finding | undefined,
): Iterable<Finding> {
  for (const { operation } of view.operations) {
    for (const parameter of operation.parameters) {
      const finding = find(parameter, operation);
      if (finding) yield finding;
    }
  }
}

const checkPathRequired = (view: CheckView): Iterable<Finding> =>
  eachParameter(view, (parameter) => {
    if (parameter.in !== 'path' || parameter.required) return undefined;
    const at = `${parameter.pointer}/required`;
    return {
      at,
      message: `“${parameter.name}” stands in the path and must be required.`,
      fix: setFix('Make it required', at, true),
    };
  });

const checkEncoding = (view: CheckView): Iterable<Finding> =>
  eachParameter(view, (parameter) => {
    if (
      parameter.in !== 'path' ||
      ownProperty(atPointer(view.document, parameter.pointer), 'x-ms-url-encoding') !== undefined
    )
      return undefined;
    const at = `${parameter.pointer}/x-ms-url-encoding`;
    const message = `“${parameter.name}” does not say how often it is percent-encoded; once is assumed.`;
    const fix = setFix('Write “single”', at, 'single');
    return { at, message, fix };
  });

function* checkBodies(view: CheckView): Iterable<Finding> {
  for (const { operation } of view.operations) {
    const at = `${operation.pointer}/parameters`;
    if (operation.parameters.filter((item) => item.in === 'body').length > 1) {
      yield { at, message: 'There is more than one body. Put them into one.' };
    }
  }
}

function* checkBodyAndForm(view: CheckView): Iterable<Finding> {
  for (const { operation } of view.operations) {
    const places = new Set(operation.parameters.map((item) => item.in));
    if (places.has('body') && places.has('formData')) {
      yield {
        at: `${operation.pointer}/parameters`,
        message: 'There is a body and form data at once; a request carries only one of them.',
      };
    }
  }
}

const checkFetchBody = (view: CheckView): Iterable<Finding> =>
  eachParameter(view, (parameter, operation) => {
    const isFetch = operation.method === 'GET' || operation.method === 'HEAD';
    if (!isFetch || (parameter.in !== 'body' && parameter.in !== 'formData')) return undefined;
    return {
      at: parameter.pointer,
      message: `A ${operation.method} request has no body; “${parameter.name}” would not be read.`,
    };
  });

const checkFilePlace = (view: CheckView): Iterable<Finding> =>
  eachParameter(view, (parameter) => {
    const isFile =
      parameter.in !== 'formData' && parameter.in !== 'body' && declaredType(parameter.schema) === 'file';
    return isFile
      ? { at: `${parameter.pointer}/in`, message: `“${parameter.name}” is a file and must be form data.` }
      : undefined;
  });

function* checkDuplicates(view: CheckView): Iterable<Finding> {
  for (const { operation, written } of view.operations) {
    const seen = new Set<string>();
    for (const { value, pointer } of listMember(
      { value: written, pointer: operation.pointer },
      'parameters',
    )) {
      const key = `${textMember(value, 'in')} ${textMember(value, 'name')}`;
      if (textMember(value, 'name') === '') continue;
      if (seen.has(key))
        yield { at: pointer, message: `“${textMember(value, 'name')}” is declared twice in the same place.` };
      seen.add(key);
    }
  }
}

const checkConnectionId = (view: CheckView): Iterable<Finding> =>
  eachParameter(view, (parameter) => {
    if (parameter.name !== 'connectionId' || parameter.in !== 'path') return undefined;
    return {
      at: `${parameter.pointer}/name`,
      message: '“connectionId” is a reserved name. Call the parameter something else.',
    };
  });

const checkHeaderNames = (view: CheckView): Iterable<Finding> =>
  eachParameter(view, (parameter) => {
    const name = parameter.name.trim().replace(/:$/, '');
    if (parameter.in !== 'header') return undefined;
    const at = `${parameter.pointer}/name`;
    if (!isHeaderName(name)) return { at, message: `“${parameter.name}” is not a header name.` };
    return isForbiddenHeader(name)
      ? {
          at,
          severity: 'warning',
          message: `The header ${name} belongs to the transport and is never sent from a value.`,
        }
      : undefined;
  });

const checkSummary = (view: CheckView): Iterable<Finding> =>
  eachParameter(view, (parameter) => {
    if (parameter.in === 'body' || parameter.visibility === 'internal' || parameter.summary?.trim())
      return undefined;
    if (isOwnedByConnection(view.connector, parameter.in, parameter.name)) return undefined;
    const at = `${parameter.pointer}/x-ms-summary`;
    const label = humanise(parameter.name);
    return {
      at,
      message: `“${parameter.name}” has no summary; makers read “${label}”.`,
      fix: setFix(`Use “${label}”`, at, label),
    };
  });

function* checkConsumes(view: CheckView): Iterable<Finding> {
  if (view.connector.dialect !== '2.0') {
    yield* checkContents(view);
    return;
  }
  const holders = [
    { pointer: '', written: view.document },
    ...view.operations.map(({ operation, written }) => ({ pointer: operation.pointer, written })),
  ];
  for (const { pointer, written } of holders) {
    for (const [index, type] of textsMember(written, 'consumes').entries()) {
      if (type === 'application/json' || isFormMediaType(type)) continue;
      const at = pointer + toPointer(['consumes', index]);
      if (isJsonMediaType(type))
        yield { at, severity: 'hint', message: `${type} is sent as application/json.` };
      else yield { at, message: noForm(type) };
    }
  }
}

function noForm(type: string): string {
  return `A body of type ${type} is sent as it is given; it gets no form.`;
}

/** A request body of 3.x whose content types are all of a kind that gets no form. */
function* checkContents(view: CheckView): Iterable<Finding> {
  for (const part of view.parts) {
    if (part.kind !== 'request body') continue;
    const types = entriesOf(objectMember(part, 'content'));
    if (types.some(({ key }) => isJsonMediaType(key) || isFormMediaType(key))) continue;
    for (const { key, located } of types) yield { at: located.pointer, message: noForm(key) };
  }
}

export const parameterRules: Rule[] = [
  { code: 'CONN2201', name: 'PathParameterMustBeRequired', severity: 'error', find: checkPathRequired },
  { code: 'CONN2202', name: 'PathParameterMissingEncoding', severity: 'warning', find: checkEncoding },
  {
    code: 'CONN2203',
    name: 'OperationParametersContainMultipleBodyParameters',
    severity: 'error',
    find: checkBodies,
  },
  {
    code: 'CONN2204',
    name: 'ParameterListContainsFormDataAndBody',
    severity: 'error',
    find: checkBodyAndForm,
  },
  {
    code: 'CONN2205',
    name: 'BodyOrFormDataParameterInFetchOperationNotAllowed',
    severity: 'error',
    find: checkFetchBody,
  },
  { code: 'CONN2206', name: 'FileParameterMustBeInFormData', severity: 'error', find: checkFilePlace },
  {
    code: 'CONN2207',
    name: 'OperationParametersContainDuplicateParameter',
    severity: 'error',
    find: checkDuplicates,
  },
  { code: 'CONN2208', name: 'ConnectionIdParameterNotAllowed', severity: 'error', find: checkConnectionId },
  { code: 'CONN2209', name: 'HeaderNameNotValid', severity: 'error', find: checkHeaderNames },
  { code: 'CONN2212', name: 'ParameterSummaryMissing', severity: 'hint', find: checkSummary },
  { code: 'CONN2213', name: 'MimeTypeNotSupported', severity: 'warning', find: checkConsumes },
];
