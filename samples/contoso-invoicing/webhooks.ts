// Webhooks: who wants to hear of new invoices, and telling them. A delivery is tried three times.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, type Call, type Invoice, invalid, json, type Partition } from './types';

const deliveryPauses = [0, 500, 2_000];
const deliveryTimeout = 10_000;

/** Registers a target. The name of the property is read in any case: `targetUrl`, `targeturl`. */
export function registerWebhook(call: Call, partition: Partition): Answer {
  let content: unknown;
  try {
    content = JSON.parse(call.body);
  } catch {
    return invalid('body', 'The body is not JSON.');
  }
  const entries = typeof content === 'object' && content !== null ? Object.entries(content) : [];
  const target = entries.find(([name]) => name.toLowerCase() === 'targeturl')?.[1];
  if (typeof target !== 'string' || !URL.canParse(target) || !/^https?:$/.test(new URL(target).protocol)) {
    return invalid('targeturl', 'The target is not an http or https address.');
  }
  const id = randomUUID();
  partition.webhooks.push({ id, targetUrl: target });
  return json(201, { id }, { location: `${call.origin}/NewInvoiceNotification?id=${id}` });
}

export function removeWebhook(call: Call, partition: Partition): Answer {
  const id = call.query.get('id') ?? '';
  const index = partition.webhooks.findIndex((webhook) => webhook.id === id);
  if (index < 0) return json(404, { error: `There is no webhook with id '${id}'` });
  partition.webhooks.splice(index, 1);
  return json(200, { id });
}

export function listWebhooks(partition: Partition): Answer {
  return json(
    200,
    partition.webhooks.map((webhook) => webhook.id),
  );
}

async function deliver(url: string, body: string, signal: AbortSignal): Promise<void> {
  for (const pause of deliveryPauses) {
    try {
      await wait(pause, undefined, { signal, ref: false });
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(deliveryTimeout)]),
      });
      await response.body?.cancel();
      if (response.status < 500) return;
    } catch {
      if (signal.aborted) return;
    }
  }
}

/** Tells every webhook of the key about a new invoice, without making the caller of AddInvoice wait. */
export function announceInvoice(invoice: Invoice, partition: Partition, signal: AbortSignal): void {
  const body = JSON.stringify(invoice);
  for (const webhook of partition.webhooks) void deliver(webhook.targetUrl, body, signal);
}
