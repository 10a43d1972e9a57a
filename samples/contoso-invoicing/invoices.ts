// The invoice operations: list with filters, one by id, add, pay, types, and the schema of what can be added.
import { randomUUID } from 'node:crypto';
import { parseTicks, ticksOf, toTicksText } from './ticks';
import {
  type Answer,
  type Call,
  type Invoice,
  invalid,
  invoiceStatuses,
  invoiceTypes,
  json,
  type Partition,
} from './types';

/** Undefined when absent or blank, NaN when it is no number. */
function readNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)?.trim();
  return text ? Number(text) : undefined;
}

export function listInvoices(call: Call, partition: Partition): Answer {
  const filters: ((invoice: Invoice) => boolean)[] = [];
  for (const name of ['fromDate', 'toDate'] as const) {
    const text = call.query.get(name);
    if (!text) continue;
    const limit = parseTicks(text);
    if (limit === undefined) return invalid(name, `The value '${text}' is not a date and time.`);
    const created = (invoice: Invoice) => parseTicks(invoice.createDate) ?? 0n;
    // Strictly later: who asks again with the newest date it has seen gets only what is new.
    filters.push(name === 'fromDate' ? (item) => created(item) > limit : (item) => created(item) <= limit);
  }
  for (const name of ['fromAmount', 'toAmount'] as const) {
    const limit = readNumber(call.query, name);
    if (limit === undefined) continue;
    if (!Number.isFinite(limit)) return invalid(name, `The value '${call.query.get(name)}' is not a number.`);
    filters.push(name === 'fromAmount' ? (item) => item.amount >= limit : (item) => item.amount <= limit);
  }
  const position = readNumber(call.query, 'status');
  if (position !== undefined) {
    const status = invoiceStatuses[position];
    if (!status) return invalid('status', 'The status is 0 (Invoiced), 1 (Paid) or 2 (Overdue).');
    filters.push((item) => item.status === status);
  }
  return json(200, {
    invoices: partition.invoices.filter((item) => filters.every((passes) => passes(item))),
  });
}

export function getInvoice(call: Call, partition: Partition): Answer {
  const id = call.query.get('id') ?? '';
  const invoice = partition.invoices.find((item) => item.invoiceId === id);
  return invoice ? json(200, invoice) : json(404, { error: `There is no invoice with id '${id}'` });
}

export function listInvoiceTypes(): Answer {
  return json(200, { types: invoiceTypes });
}

/** Reads the body of AddInvoice; an Answer says what is wrong with it. */
function readNewInvoice(call: Call): Partial<Record<keyof Invoice, unknown>> | Answer {
  if (call.body.trim() === '') return {};
  let content: unknown;
  try {
    content = JSON.parse(call.body);
  } catch {
    return invalid('body', 'The body is not JSON.');
  }
  const invoice = (content as { invoice?: unknown } | null)?.invoice ?? {};
  if (typeof invoice !== 'object' || Array.isArray(invoice))
    return invalid('invoice', 'The invoice is not an object.');
  return invoice as Partial<Record<keyof Invoice, unknown>>;
}

const isAnswer = (value: object): value is Answer => 'status' in value && typeof value.status === 'number';

/** Adds an invoice in front. Everything has a default, as the definition requires nothing. */
export function addInvoice(
  call: Call,
  partition: Partition,
  now: number,
): { answer: Answer; added?: Invoice } {
  const wanted = readNewInvoice(call);
  if (isAnswer(wanted)) return { answer: wanted };
  const amount = Number(wanted.amount ?? 0);
  if (!Number.isFinite(amount)) return { answer: invalid('amount', 'The amount is not a number.') };
  const typeId = Number(call.query.get('typeId') || wanted.typeId || 1);
  if (!invoiceTypes.some((type) => type.typeId === typeId)) {
    return { answer: invalid('typeId', 'The invoice type is 1 or 2; ListInvoiceTypes names them.') };
  }
  const text = (name: keyof Invoice, fallback: string) =>
    wanted[name] == null ? fallback : String(wanted[name]);
  const date = parseTicks(text('date', ''));
  if (wanted.date != null && wanted.date !== '' && date === undefined) {
    return { answer: invalid('date', 'The date is not a date and time.') };
  }
  const newest = parseTicks(partition.invoices[0]?.createDate ?? '') ?? 0n;
  const clock = ticksOf(now);
  const created = clock > newest ? clock : newest + 1n;
  const invoiceId = String(partition.nextInvoiceId);
  const added: Invoice = {
    invoiceId,
    date: toTicksText(date ?? created),
    createDate: toTicksText(created),
    amount,
    accountId: text('accountId', '1001'),
    accountName: text('accountName', 'Wing Tips'),
    status: 'Invoiced',
    typeId,
    purchaseOrderId: text('purchaseOrderId', ''),
    tags: text('tags', ''),
  };
  partition.nextInvoiceId += 1;
  partition.invoices.unshift(added);
  return { answer: json(200, added), added };
}

/** Books a payment; without an amount the whole balance. */
export function payInvoice(call: Call, partition: Partition): Answer {
  const id = call.query.get('id') ?? '';
  const invoice = partition.invoices.find((item) => item.invoiceId === id);
  if (!invoice) return json(404, { error: `There is no invoice with id '${id}'` });
  const date = call.query.get('date');
  if (date && parseTicks(date) === undefined)
    return invalid('date', `The value '${date}' is not a date and time.`);
  const before = partition.paid[id] ?? 0;
  const amount = readNumber(call.query, 'amount') ?? invoice.amount - before;
  if (!Number.isFinite(amount) || amount < 0) {
    return invalid('amount', `The value '${call.query.get('amount')}' is not an amount.`);
  }
  const paid = Math.round((before + amount) * 100) / 100;
  partition.paid[id] = paid;
  if (paid >= invoice.amount) invoice.status = 'Paid';
  const balance = Math.round((invoice.amount - paid) * 100) / 100;
  return json(200, { invoiceId: id, transactionId: randomUUID(), balance });
}

const text = (title: string, description: string, more: object = {}) => ({
  type: 'string',
  'x-ms-summary': title,
  description,
  ...more,
});

/** The fields of a new invoice of one type, as JSON Schema with the vendor keys that designers read. */
export function getInvoiceSchema(call: Call): Answer {
  const typeId = Number(call.query.get('typeId') || 1);
  if (!invoiceTypes.some((type) => type.typeId === typeId)) {
    return invalid('typeId', 'The invoice type is 1 or 2; ListInvoiceTypes names them.');
  }
  const purchaseOrder = text('Purchase Order', 'Number of the purchase order', {
    'x-ms-visibility': 'important',
  });
  return json(200, {
    type: 'object',
    properties: {
      amount: { type: 'number', format: 'double', 'x-ms-summary': 'Amount', description: 'Invoice amount' },
      date: text('Invoice Date', 'Date of the invoice', { format: 'date-time' }),
      accountId: text('Account Id', 'Number of the account'),
      accountName: text('Account Name', 'Name of the account'),
      ...(typeId === 1 ? { purchaseOrderId: purchaseOrder } : {}),
      tags: text('Tags', 'Words divided by semicolons', { 'x-ms-visibility': 'advanced' }),
    },
    required: ['amount'],
  });
}
