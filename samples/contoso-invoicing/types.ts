// What the sample API stores and answers: the shapes that its definition (swagger.ts) describes.

export interface Invoice {
  invoiceId: string;
  date: string;
  createDate: string;
  amount: number;
  accountId: string;
  accountName: string;
  status: InvoiceStatus;
  typeId: number;
  purchaseOrderId: string;
  tags: string;
}

/** The query parameter `status` is the position in this list. */
export const invoiceStatuses = ['Invoiced', 'Paid', 'Overdue'] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

export const invoiceTypes = [
  { typeId: 1, name: 'Purchase Order' },
  { typeId: 2, name: 'Non-Purchase Order' },
];

export interface Webhook {
  id: string;
  targetUrl: string;
}

/** Everything that belongs to one API key. Newest invoice first. */
export interface Partition {
  createdAt: number;
  invoices: Invoice[];
  /** Sum of the payments by invoice id. */
  paid: Record<string, number>;
  webhooks: Webhook[];
  nextInvoiceId: number;
}

/** One request, already read. */
export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
  /** `http://host:port` as the caller reached us. */
  origin: string;
  accept: string;
}

export interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value), headers };
}

/** The answer for a parameter that cannot be read, naming it. */
export function invalid(name: string, message: string): Answer {
  return json(400, { error: message, parameter: name });
}
