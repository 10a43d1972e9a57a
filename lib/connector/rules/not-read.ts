// Rules for what OpenAPI 3.x may say and no call follows: servers of a path or operation, cookies, webhooks, callbacks.
import { ownProperty } from '../../json';
import { entriesOf, flagMember, listMember, objectMember, textMember } from '../read/members';
import type { CheckView, Finding, Rule } from './rule';

function* checkServers(view: CheckView): Iterable<Finding> {
  for (const part of view.parts) {
    const servers = listMember(part, 'servers');
    if (part.kind === 'document' && servers.length > 1) {
      const message = `The file names ${servers.length} servers; calls go to the first one. The General tab sets another.`;
      yield { at: servers[1]?.pointer ?? '', severity: 'hint', message };
    }
    if ((part.kind !== 'path item' && part.kind !== 'operation') || servers.length === 0) continue;
    const what = part.kind === 'operation' ? 'operation' : 'path';
    const url = textMember(servers[0]?.value, 'url');
    const message = `The ${what} names a server of its own${url === '' ? '' : ` (${url})`}; calls go to the host of the connector.`;
    yield { at: `${part.pointer}/servers`, message };
  }
}

function* checkCookies(view: CheckView): Iterable<Finding> {
  for (const { kind, value, pointer } of view.parts) {
    if (kind !== 'parameter' || textMember(value, 'in').toLowerCase() !== 'cookie') continue;
    const message = `“${textMember(value, 'name')}” is a cookie, and calls carry no cookies.`;
    const at = `${pointer}/in`;
    yield flagMember(value, 'required')
      ? { at, message: `${message} The API may refuse them.` }
      : { at, message, severity: 'hint' };
  }
}

function* checkWebhooks(view: CheckView): Iterable<Finding> {
  const webhooks = entriesOf(objectMember({ value: view.document, pointer: '' }, 'webhooks'));
  if (webhooks.length === 0) return;
  const count = webhooks.length === 1 ? 'a webhook' : `${webhooks.length} webhooks`;
  yield { at: '/webhooks', message: `The file describes ${count}; they are not read and give no triggers.` };
}

function* checkCallbacks(view: CheckView): Iterable<Finding> {
  for (const { operation, written } of view.operations) {
    if (ownProperty(written, 'callbacks') === undefined) continue;
    yield { at: `${operation.pointer}/callbacks`, message: 'The callbacks of the operation are not read.' };
  }
}

export const notReadRules: Rule[] = [
  { code: 'CONN2601', name: 'ServersNotRead', severity: 'warning', find: checkServers },
  { code: 'CONN2602', name: 'CookieParameterNotSent', severity: 'warning', find: checkCookies },
  { code: 'CONN2603', name: 'WebhooksNotRead', severity: 'warning', find: checkWebhooks },
  { code: 'CONN2604', name: 'CallbacksNotRead', severity: 'hint', find: checkCallbacks },
];
