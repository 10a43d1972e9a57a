// The invoices that a fresh key finds. The same for every key but for the dates, which lead up to the day
// the key was issued, so that the data looks alive and tests can rely on it.
import { ticksOf, toTicksText } from './ticks';
import type { Invoice, InvoiceStatus, Partition } from './types';

export const seedSize = 34;
const firstInvoiceId = 1901;
const day = 86_400_000;

const accounts: [id: string, name: string][] = [
  ['1001', 'Wing Tips'],
  ['1002', 'Alder Print Works'],
  ['1003', 'Brightwater Dental'],
  ['1004', 'Copper Kettle Catering'],
  ['1005', 'Dune & Daughters Freight'],
  ['1006', 'Fernhill Primary School'],
  ['1007', 'Garðar Seafood'],
  ['1008', 'Harbour Lights Hotel'],
];
const tags = ['', 'New Account', 'Special Pricing', 'New Account;Special Pricing', 'Non-returnable'];

/** A small generator of numbers in [0,1) that gives the same series for the same seed (mulberry32). */
function createSeries(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function statusAt(age: number, draw: number): InvoiceStatus {
  if (age < 14) return draw < 0.2 ? 'Paid' : 'Invoiced';
  return draw < 0.72 ? 'Paid' : 'Overdue';
}

/** The data of a new key, issued at `now` (epoch milliseconds). */
export function seedPartition(now: number): Partition {
  const next = createSeries(20260101);
  const pick = <T>(list: readonly T[], fallback: T): T => list[Math.floor(next() * list.length)] ?? fallback;
  const invoices: Invoice[] = [];
  const paid: Record<string, number> = {};
  let age = 0.1;
  for (let number = seedSize - 1; number >= 0; number -= 1) {
    const invoiceId = String(firstInvoiceId + number);
    const created = ticksOf(now - age * day) + BigInt(Math.floor(next() * 10_000));
    const [accountId, accountName] = pick(accounts, ['1001', 'Wing Tips']);
    const typeId = next() < 0.65 ? 1 : 2;
    const status = statusAt(age, next());
    const amount = Math.round((80 + next() ** 2 * 11_920) * 4) / 4;
    invoices.push({
      invoiceId,
      date: toTicksText((created / 864_000_000_000n) * 864_000_000_000n),
      createDate: toTicksText(created),
      amount,
      accountId,
      accountName,
      status,
      typeId,
      purchaseOrderId: typeId === 1 ? String(3001 + number) : '',
      tags: pick(tags, ''),
    });
    if (status === 'Paid') paid[invoiceId] = amount;
    age += 0.4 + next() * 2.6;
  }
  return { createdAt: now, invoices, paid, webhooks: [], nextInvoiceId: firstInvoiceId + seedSize };
}
