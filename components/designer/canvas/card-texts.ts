// Words and tones of cards, apart from drawing them.
import { codeText, httpStatusOf, type RunRecord, shownStatus } from '@/components/run/run-model';
import { statusWord } from '@/components/ui/status-icon';
import { durationText } from '@/components/ui/units';
import type { StepFindings } from '../store/designer-store';

/** `1 error, 2 warnings`; empty when nothing was found. */
export function findingsText(findings: StepFindings | undefined): string {
  if (!findings) return '';
  const count = (value: number, word: string) =>
    value === 0 ? '' : `${value} ${word}${value === 1 ? '' : 's'}`;
  return [count(findings.errors, 'error'), count(findings.warnings, 'warning')].filter(Boolean).join(', ');
}

/** `succeeded in 0.41 s`, as part of a card's accessible name. */
export function runText(record: RunRecord | undefined): string {
  if (!record) return '';
  const word = statusWord(shownStatus(record)).toLowerCase();
  if (record.status === 'Skipped' || record.endTime === undefined) return word;
  return `${word} in ${durationText(record.endTime - record.startTime)}`;
}

/** Border of a card in a run. */
export function cardTone(status: ReturnType<typeof shownStatus> | undefined): string {
  if (status === 'InDoubt' || status === 'Retrying') return 'border-warn';
  if (status === 'Running' || status === 'Waiting') return 'border-run';
  if (status === 'Failed' || status === 'TimedOut') return 'border-err';
  return 'border-line hover:border-lineS';
}

/** Border of a container in a run: always visible, since it is what holds the steps together. */
export function containerTone(status: ReturnType<typeof shownStatus> | undefined): string {
  const tone = cardTone(status);
  return tone.startsWith('border-line ') ? 'border-lineS' : tone;
}

/** What a strip says beside the word: `200 · 34 items`. */
export function stripDetail(record: RunRecord, isCall: boolean): string {
  const { code } = record;
  // Of a container that failed, what is inside says more.
  if (!code || code === record.status || code === 'ActionFailed') return '';
  if (record.status === 'Failed' || record.status === 'Waiting') return codeText(code);
  return isCall ? (httpStatusOf(code) ?? '') : '';
}
