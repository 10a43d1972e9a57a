// From a call to its answer: pages and files for everyone, the nine operations for who has a key.
import {
  addInvoice,
  getInvoice,
  getInvoiceSchema,
  listInvoices,
  listInvoiceTypes,
  payInvoice,
} from './invoices';
import { drawLogo } from './logo';
import { openApiDocument } from './openapi';
import { apiKeyPage } from './pages/api-key';
import { documentationPage } from './pages/documentation';
import { homePage } from './pages/home';
import type { Store } from './store';
import { swaggerDocument } from './swagger';
import { type Answer, type Call, json, type Partition } from './types';
import { announceInvoice, listWebhooks, registerWebhook, removeWebhook } from './webhooks';

export interface Site {
  store: Store;
  now: () => number;
  /** Aborted when the server closes. */
  closing: AbortSignal;
}

type Operation = (call: Call, partition: Partition, site: Site) => Answer | Promise<Answer>;

/** Answers only when the change is on disk. */
async function saved(site: Site, answer: Answer): Promise<Answer> {
  if (answer.status < 300) await site.store.save();
  return answer;
}

const operations: Record<string, Record<string, Operation>> = {
  '/AddInvoice': {
    async POST(call, partition, site) {
      const { answer, added } = addInvoice(call, partition, site.now());
      await saved(site, answer);
      if (added) announceInvoice(added, partition, site.closing);
      return answer;
    },
  },
  '/GetInvoice': { GET: getInvoice },
  '/GetInvoiceSchema': { GET: getInvoiceSchema },
  '/ListInvoices': { GET: listInvoices },
  '/ListInvoiceTypes': { GET: listInvoiceTypes },
  '/NewInvoiceNotification': {
    GET: (_call, partition) => listWebhooks(partition),
    POST: (call, partition, site) => saved(site, registerWebhook(call, partition)),
    DELETE: (call, partition, site) => saved(site, removeWebhook(call, partition)),
  },
  '/PayInvoice': { POST: (call, partition, site) => saved(site, payInvoice(call, partition)) },
};

const logo = drawLogo();

async function answerPage(call: Call, site: Site): Promise<Answer | undefined> {
  const host = new URL(call.origin).host;
  if (call.path === '/api-key' && call.method === 'POST') {
    const key = await site.store.issueKey();
    return call.accept.includes('text/html') ? apiKeyPage(key) : json(200, { key });
  }
  if (call.method !== 'GET' && call.method !== 'HEAD') return undefined;
  switch (call.path) {
    case '/':
      return homePage();
    case '/documentation':
      return documentationPage(host);
    case '/api-key':
      return apiKeyPage();
    case '/swagger.json':
      return { ...json(200, null), body: `${JSON.stringify(swaggerDocument(host), null, 2)}\n` };
    case '/openapi.json':
      return { ...json(200, null), body: `${JSON.stringify(openApiDocument(host), null, 2)}\n` };
    case '/logo.png':
      return { status: 200, type: 'image/png', body: logo };
    default:
      return undefined;
  }
}

/** The answer to one call; `key` is what came in `X-API-KEY`. */
export async function answerCall(call: Call, key: string, site: Site): Promise<Answer> {
  const found = await answerPage(call, site);
  if (found) return found;
  const partition = site.store.findPartition(key);
  if (!partition) return json(401, { error: 'Missing or invalid API key' });
  const methods = Object.hasOwn(operations, call.path) ? operations[call.path] : undefined;
  if (!methods) return json(404, { error: `There is nothing at ${call.path}` });
  const operation = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined;
  if (!operation) {
    const allow = Object.keys(methods).join(', ');
    return json(405, { error: `${call.path} takes ${allow}` }, { allow });
  }
  return operation(call, partition, site);
}
