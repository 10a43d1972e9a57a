// `flowright flow check FILE…`: reads flow definitions and lists what is wrong in them. 0 good, 1 problems found, 2 wrong use.
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { checkFlow, type FlowProblem } from '@/lib/flow/check-flow';
import { listActions, listTriggers } from '@/lib/flow/tree';
import { listUnsupported } from '@/lib/flow/unsupported';
import { parseFlow } from '@/lib/flow/unwrap';
import type { Problem } from '@/lib/problem';
import { commandGroup } from './group';

export interface FlowReport {
  path: string;
  /** The file was read as a flow; its problems are listed apart. */
  ok: boolean;
  triggers: number;
  actions: number;
  /** Types of triggers and actions, and functions as `name()`, that are kept but fail in a run. */
  unsupported: string[];
  problems: (Pick<Problem, 'code' | 'severity' | 'at' | 'message'> & { action?: string; field?: string })[];
}

export function register(program: Command): void {
  commandGroup(program, 'flow')
    .command('check')
    .description('Reads flows and lists problems.')
    .argument('<files...>', 'definition: bare, { definition } or { properties: { definition } }')
    .option('--json', 'print one JSON document: an array, one element per file')
    .action((files: string[], options: { json?: boolean }) => {
      const reports = files.map(checkFile);
      if (options.json) console.log(JSON.stringify(reports));
      else for (const report of reports) console.log(describe(report));
      process.exitCode = reports.every(isGood) ? 0 : 1;
    });
}

function isGood(report: FlowReport): boolean {
  return report.ok && report.problems.every((problem) => problem.severity !== 'error');
}

/** The report of one file. Never throws: a file that cannot be read is a problem of its report. */
export function checkFile(path: string): FlowReport {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    const message = 'The file cannot be read. Check the path.';
    return failed(path, [{ code: 'FLOW0005', severity: 'error', at: '', message }]);
  }
  return checkText(path, text);
}

/** The report of a flow's text. */
export function checkText(path: string, text: string): FlowReport {
  const read = parseFlow(text);
  if (!read.ok) return failed(path, read.problems);
  const { definition } = read.flow;
  const problems = checkFlow({ flow: read.flow });
  return {
    path,
    ok: true,
    triggers: listTriggers(definition).length,
    actions: listActions(definition).length,
    unsupported: listUnsupported(problems),
    problems: problems.map((problem) => toReported(problem, read.at)),
  };
}

function failed(path: string, problems: FlowReport['problems']): FlowReport {
  return { path, ok: false, triggers: 0, actions: 0, unsupported: [], problems };
}

function toReported({ code, severity, at, message, action, field }: FlowProblem, base: string) {
  return {
    code,
    severity,
    at: base + at,
    message,
    ...(action === undefined ? {} : { action }),
    ...(field === undefined ? {} : { field }),
  };
}

function describe(report: FlowReport): string {
  const head = report.ok
    ? `${report.path}: ${report.triggers} trigger(s), ${report.actions} actions`
    : `${report.path}: not read`;
  const notes =
    report.unsupported.length === 0 ? [] : [`  runs do not know: ${report.unsupported.join(', ')}`];
  const lines = report.problems.map(
    ({ severity, code, action, message }) =>
      `  ${severity} ${code}${action === undefined ? '' : ` ${action}`}: ${message}`,
  );
  return [head, ...notes, ...lines].join('\n');
}
