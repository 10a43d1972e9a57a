// Rules for what an operation says of itself: ID, summary, description, visibility.
import { ownProperty } from '../../json';
import { humanise, operationLabel } from '../label';
import type { Operation } from '../model';
import { listInvokedIds } from './dynamic';
import { type CheckView, type Finding, nameOf, type Rule, setFix } from './rule';
import { toSentenceCase } from './sentence-case';

function* eachOperation(
  view: CheckView,
  find: (operation: Operation) => Finding | undefined,
): Iterable<Finding> {
  for (const { operation } of view.operations) {
    const finding = find(operation);
    if (finding) yield finding;
  }
}

function* checkIdRequired(view: CheckView): Iterable<Finding> {
  for (const { operation, written } of view.operations) {
    const id = ownProperty(written, 'operationId');
    if (typeof id === 'string' && id !== '') continue;
    const at = `${operation.pointer}/operationId`;
    const message = `${operation.method} ${operation.path} has no operation ID. Flows need one to call it.`;
    yield { at, message, fix: setFix(`Use “${operation.id}”`, at, operation.id) };
  }
}

function* checkIdUnique(view: CheckView): Iterable<Finding> {
  const first = new Map<string, Operation>();
  for (const operation of view.connector.operations) {
    const key = operation.id.toLowerCase();
    const other = first.get(key);
    if (!other) {
      first.set(key, operation);
      continue;
    }
    const message = `The operation ID ${operation.id} is also that of ${other.method} ${other.path}. Give one of them another ID.`;
    yield { at: `${operation.pointer}/operationId`, message };
  }
}

const checkIdCharacters = (view: CheckView): Iterable<Finding> =>
  eachOperation(view, ({ id, pointer }) => {
    if (/^[A-Za-z0-9]*$/.test(id)) return undefined;
    const beyond = id.replace(/[A-Za-z0-9_]/g, '');
    const message = `The operation ID “${id}” has other characters than letters and digits; some tools drop them.`;
    const at = `${pointer}/operationId`;
    return beyond === '' ? { at, message, severity: 'hint' } : { at, message };
  });

const checkSummaryMissing = (view: CheckView): Iterable<Finding> =>
  eachOperation(view, (operation) => {
    if (operation.summary.trim() !== '') return undefined;
    const at = `${operation.pointer}/summary`;
    const suggestion = humanise(operation.id);
    return {
      at,
      message: 'Summary is missing. Makers see it when they choose a step.',
      fix: setFix(`Use “${suggestion}”`, at, suggestion),
    };
  });

const checkSummaryLength = (view: CheckView): Iterable<Finding> =>
  eachOperation(view, ({ summary, pointer }) => {
    const length = summary.trim().length;
    if (length <= 80) return undefined;
    const at = `${pointer}/summary`;
    if (length <= 120)
      return { at, severity: 'hint', message: `The summary has ${length} characters; cards show about 80.` };
    return { at, message: `The summary has ${length} characters. Shorten it to 120 at most, 80 if you can.` };
  });

const checkSummaryCharacters = (view: CheckView): Iterable<Finding> =>
  eachOperation(view, ({ summary, pointer }) => {
    const odd = /[^\p{L}\p{M}\p{N}\s()'’".,:;&–—-]/u.exec(summary.trim())?.[0];
    if (odd === undefined) return undefined;
    const at = `${pointer}/summary`;
    const plain = summary
      .replace(/[^\p{L}\p{M}\p{N}\s()'’".,:;&–—-]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const message = `The summary has the character “${odd}”. Letters, digits and parentheses read best on a card.`;
    return plain === '' ? { at, message } : { at, message, fix: setFix(`Use “${plain}”`, at, plain) };
  });

const checkSummarySpaces = (view: CheckView): Iterable<Finding> =>
  eachOperation(view, ({ summary, pointer }) => {
    const trimmed = summary.trim();
    if (trimmed === '' || trimmed === summary) return undefined;
    const at = `${pointer}/summary`;
    return {
      at,
      message: 'The summary begins or ends with a space.',
      fix: setFix('Remove the space', at, trimmed),
    };
  });

const checkSummaryCase = (view: CheckView): Iterable<Finding> =>
  eachOperation(view, ({ summary, pointer }) => {
    const better = toSentenceCase(summary.trim());
    if (better === undefined) return undefined;
    const at = `${pointer}/summary`;
    const isStart = better.slice(1) === summary.trim().slice(1);
    const message = isStart
      ? 'The summary begins with a small letter.'
      : 'The summary is written like a title. Cards read best as a sentence: one capital letter at the start.';
    return { at, message, fix: setFix(`Use “${better}”`, at, better, isStart) };
  });

const checkDescriptionMissing = (view: CheckView): Iterable<Finding> =>
  eachOperation(view, (operation) => {
    if (operation.description.trim() !== '') return undefined;
    return {
      at: `${operation.pointer}/description`,
      message: 'Description is missing. It explains the step to makers.',
    };
  });

const checkDescriptionSame = (view: CheckView): Iterable<Finding> =>
  eachOperation(view, ({ summary, description, pointer }) => {
    const same = summary.trim() !== '' && summary.trim().toLowerCase() === description.trim().toLowerCase();
    return same
      ? {
          at: `${pointer}/description`,
          message: 'The description repeats the summary. Say what the step does and gives.',
        }
      : undefined;
  });

function* checkSameSummary(view: CheckView): Iterable<Finding> {
  const first = new Map<string, Operation>();
  for (const { operation } of view.operations) {
    const key = operation.summary.trim().toLowerCase();
    if (key === '' || operation.visibility === 'internal') continue;
    const other = first.get(key);
    if (other)
      yield {
        at: `${operation.pointer}/summary`,
        message: `${nameOf(other)} has the same summary; makers cannot tell the two apart.`,
      };
    else first.set(key, operation);
  }
}

function* checkDeprecated(view: CheckView): Iterable<Finding> {
  for (const { operation, written } of view.operations) {
    if (!operation.deprecated) continue;
    const replacement = ownProperty(ownProperty(written, 'x-ms-api-annotation'), 'replacement');
    if (replacement !== undefined) continue;
    yield {
      at: `${operation.pointer}/deprecated`,
      message: 'The operation is deprecated and names no replacement.',
    };
  }
}

const checkTriggerSummary = (view: CheckView): Iterable<Finding> =>
  eachOperation(view, ({ kind, summary, pointer }) => {
    if (kind !== 'trigger' || summary.trim() === '' || /^(when|triggers? when)\b/i.test(summary.trim()))
      return undefined;
    return { at: `${pointer}/summary`, message: 'The summary of a trigger reads best as “When …”.' };
  });

const plumbing =
  /(webhook|subscription|notification|callback)s?[-_ ]*(register|remove|delete|unsubscribe|subscribe)|(register|remove|delete|unsubscribe|subscribe)[-_ ]*(a[-_ ]*)?(webhook|subscription|notification|callback)|(schema|metadata)$|Notification(Register|Remove)|(Register|Remove)$/i;

const checkPlumbing = (view: CheckView): Iterable<Finding> =>
  eachOperation(view, (operation) => {
    if (operation.visibility === 'internal' || operation.kind === 'trigger') return undefined;
    if (!plumbing.test(operation.id) && !plumbing.test(operation.summary)) return undefined;
    const at = `${operation.pointer}/x-ms-visibility`;
    const message = `${operationLabel(operation)} looks like plumbing that makers never choose. Hide it (internal)?`;
    return { at, message, fix: setFix('Hide it', at, 'internal', false) };
  });

function* checkInternalUnused(view: CheckView): Iterable<Finding> {
  const used = listInvokedIds(view);
  for (const { operation } of view.operations) {
    if (operation.visibility !== 'internal' || operation.kind === 'trigger' || used.has(operation.id))
      continue;
    yield {
      at: `${operation.pointer}/x-ms-visibility`,
      message: 'The operation is hidden from makers and no dropdown uses it.',
    };
  }
}

export const operationRules: Rule[] = [
  { code: 'CONN2003', name: 'SummaryMissing', severity: 'warning', find: checkSummaryMissing },
  { code: 'CONN2010', name: 'DescriptionMissing', severity: 'info', find: checkDescriptionMissing },
  { code: 'CONN2011', name: 'OperationIdRequired', severity: 'error', find: checkIdRequired },
  { code: 'CONN2012', name: 'OperationIdNotUnique', severity: 'error', find: checkIdUnique },
  { code: 'CONN2013', name: 'OperationIdSanitized', severity: 'warning', find: checkIdCharacters },
  { code: 'CONN2014', name: 'OperationSummaryTooLong', severity: 'warning', find: checkSummaryLength },
  {
    code: 'CONN2015',
    name: 'RestrictedCharactersInSummary',
    severity: 'warning',
    find: checkSummaryCharacters,
  },
  { code: 'CONN2016', name: 'SummarySpaces', severity: 'hint', find: checkSummarySpaces },
  { code: 'CONN2017', name: 'SummaryCase', severity: 'hint', find: checkSummaryCase },
  { code: 'CONN2018', name: 'DescriptionRepeatsSummary', severity: 'hint', find: checkDescriptionSame },
  { code: 'CONN2019', name: 'SummaryNotUnique', severity: 'info', find: checkSameSummary },
  { code: 'CONN2020', name: 'DeprecatedWithoutReplacement', severity: 'info', find: checkDeprecated },
  { code: 'CONN2021', name: 'TriggerSummary', severity: 'hint', find: checkTriggerSummary },
  { code: 'CONN2022', name: 'LooksLikePlumbing', severity: 'hint', find: checkPlumbing },
  { code: 'CONN2023', name: 'InternalNotUsed', severity: 'hint', find: checkInternalUnused },
];
