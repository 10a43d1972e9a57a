// Rules for what the General and Security tabs show: host, base path, scheme, texts, security.
import { isForbiddenHeader, isHeaderName } from '../../http-rules';
import { isJsonObject, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import { limits } from '../../limits';
import { isHostSyntax } from '../connection';
import { listMember, textMember, textsMember } from '../read/members';
import { findSecurity, listSecuritySchemes } from '../read/security-scheme-object';
import { type CheckView, type Finding, type Rule, setFix } from './rule';

const localHost =
  /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\]|\[f[cd][0-9a-f]{2}:.*\])\.?(:\d+)?$/i;

function isOpenApi3(view: CheckView): boolean {
  return view.connector.dialect !== '2.0';
}

/** Where 3.x says it: the address of the first server, or the member to write it in. What is above it is there. */
function serverPlace({ document }: CheckView): string {
  const first = listMember({ value: document, pointer: '' }, 'servers')[0];
  if (!first) return '/servers';
  return isJsonObject(first.value) ? `${first.pointer}/url` : first.pointer;
}

function* checkHost(view: CheckView): Iterable<Finding> {
  const { host } = view.connector;
  const at = isOpenApi3(view) ? serverPlace(view) : '/host';
  if (host === '')
    yield { at, message: 'The host is missing. Write where the API lives, e.g. api.contoso.com.' };
  else if (!isHostSyntax(host))
    yield {
      at,
      message: `“${host}” is not a host. Write a name or address without scheme and path, with a port up to 65535 if need be.`,
    };
}

function* checkBasePath(view: CheckView): Iterable<Finding> {
  const written = isOpenApi3(view) ? view.connector.basePath : textMember(view.document, 'basePath');
  const at = isOpenApi3(view) ? serverPlace(view) : '/basePath';
  if (written === '') return;
  if (/[?#{}\s\\]/.test(written))
    yield { at, message: `“${written}” is not a base path: it has characters that a path cannot have.` };
  else if (!written.startsWith('/'))
    yield { at, message: `The base path “${written}” does not start with a slash.` };
}

function* checkScheme(view: CheckView): Iterable<Finding> {
  const schemes = textsMember(view.document, 'schemes');
  for (const [index, scheme] of schemes.entries()) {
    if (!/^https?$/i.test(scheme)) {
      yield {
        at: toPointer(['schemes', index]),
        severity: 'error',
        message: `The scheme ${scheme} is not supported. Use https.`,
      };
    }
  }
  if (view.connector.scheme !== 'http') return;
  const at = isOpenApi3(view) ? serverPlace(view) : '/schemes';
  const message = 'Calls go over plain http: anyone on the way can read them.';
  yield localHost.test(view.connector.host) ? { at, message, severity: 'hint' } : { at, message };
}

function* checkApiWord({ connector }: CheckView): Iterable<Finding> {
  if (/\bAPI\b/i.test(connector.title))
    yield { at: '/info/title', message: 'The title says “API”. Makers choose by what it does.' };
  if (/\bAPI\b/i.test(connector.description)) {
    yield { at: '/info/description', message: 'The description says “API”. Makers choose by what it does.' };
  }
}

function* checkTitleLength({ connector }: CheckView): Iterable<Finding> {
  const title = connector.title.trim();
  const limit = limits.connectorName.value;
  if (title.length <= limit) return;
  const cut = title.slice(0, limit + 1);
  const end = cut.lastIndexOf(' ');
  const short = title.slice(0, end > 0 ? end : limit).trim();
  const message = `The title has ${title.length} characters. ${limits.connectorName.sentence}`;
  yield { at: '/info/title', message, fix: setFix(`Use “${short}”`, '/info/title', short, false) };
}

function* checkSecurityNames(view: CheckView): Iterable<Finding> {
  const known = new Set(listSecuritySchemes(view.document, view.connector.dialect).map(({ key }) => key));
  for (const { kind, value, pointer } of view.parts) {
    if (kind !== 'document' && kind !== 'operation') continue;
    for (const requirement of listMember({ value, pointer }, 'security')) {
      for (const name of isJsonObject(requirement.value) ? Object.keys(requirement.value) : []) {
        if (known.has(name)) continue;
        const instead =
          known.size === 0
            ? 'The connector calls without a key.'
            : 'The connector signs its calls as the Security tab says.';
        yield {
          at: requirement.pointer,
          message: `Security names “${name}”, which is not defined. ${instead}`,
        };
      }
    }
  }
}

function* checkSecuritySchemes(view: CheckView): Iterable<Finding> {
  for (const { located } of listSecuritySchemes(view.document, view.connector.dialect)) {
    if (textMember(located.value, 'type').toLowerCase() !== 'apikey') continue;
    const name = textMember(located.value, 'name');
    const at = `${located.pointer}/name`;
    if (name === '')
      yield {
        at,
        message: 'The API key has no parameter name. Write the header or query parameter that carries it.',
      };
    else if (
      ownProperty(located.value, 'in') === 'header' &&
      (!isHeaderName(name) || isForbiddenHeader(name))
    ) {
      yield { at, message: `“${name}” cannot be the header of an API key.` };
    }
  }
}

function* checkUnsupportedSecurity({ connector, document }: CheckView): Iterable<Finding> {
  const { security, dialect } = connector;
  if (security.type !== 'unsupported') return;
  const message = `Sign-in by ${security.name} is not supported. Choose an API key, basic authentication or none.`;
  yield { at: findSecurity(document, dialect)?.pointer ?? '', message };
}

export const generalRules: Rule[] = [
  { code: 'CONN2009', name: 'ConnectorNameTooLong', severity: 'error', find: checkTitleLength },
  { code: 'CONN2001', name: 'HostNameNotValid', severity: 'error', find: checkHost },
  { code: 'CONN2002', name: 'BasePathNotValid', severity: 'error', find: checkBasePath },
  { code: 'CONN2004', name: 'SchemeNotSupported', severity: 'warning', find: checkScheme },
  { code: 'CONN2005', name: 'RestrictedWord', severity: 'hint', find: checkApiWord },
  {
    code: 'CONN2006',
    name: 'SecurityRequirementMustBeDefined',
    severity: 'warning',
    find: checkSecurityNames,
  },
  { code: 'CONN2007', name: 'SecuritySchemePropertyNotValid', severity: 'error', find: checkSecuritySchemes },
  { code: 'CONN2008', name: 'SecurityTypeNotSupported', severity: 'warning', find: checkUnsupportedSecurity },
];
