// `flowright flow run FILE…`: runs flows headless on a temporary database and prints what happened.
import type { Command } from 'commander';
import { isValueObject, type ValueObject } from '@/lib/expression/value';
import { parseFlow } from '@/lib/flow/unwrap';
import { parseHostPort } from '@/lib/host-port';
import { toJsonText } from '@/lib/json-text';
import type { Problem } from '@/lib/problem';
import { type HeadlessRun, runHeadless } from '@/server/runner/headless';
import { readConnections, withConnections } from './connections-file';
import { commandGroup } from './group';
import { readText, readValue } from './read-file';
import { UsageError } from './usage-error';

interface RunOptions {
  connections?: string;
  inputs?: string;
  allowHost: string[];
  json?: boolean;
}

export function register(program: Command): void {
  commandGroup(program, 'flow')
    .command('run')
    .description('Runs flows without a server, on a temporary database.')
    .argument('<file...>', 'definition: bare, { definition } or { properties: { definition } }')
    .option('--connections <file>', 'JSON: { "<reference>": { definition, properties?, host?, values } }')
    .option('--inputs <file>', "JSON: the trigger's outputs { headers?, queries?, body? }")
    .option('--allow-host <host:port>', 'private address that may be called; may be given again', collect, [])
    .option('--json', 'print one JSON document')
    .action(async (files: string[], options: RunOptions) => {
      process.exitCode = await runFiles(files, options);
    });
}

function collect(value: string, former: string[]): string[] {
  const host = parseHostPort(value);
  if (host === undefined)
    throw new UsageError(`--allow-host ${value}: write host and port, such as 127.0.0.1:5080.`);
  return [...former, host];
}

/** Everything is read before anything runs: a wrong use of the command calls nothing. A file that is no flow is a failed run. */
async function runFiles(files: string[], options: RunOptions): Promise<number> {
  const triggerOutputs = options.inputs === undefined ? {} : readInputs(options.inputs);
  const connections = options.connections === undefined ? {} : readConnections(options.connections);
  const parsed = files.map((file) => parseFlow(readText(file)));
  const runs: HeadlessRun[] = [];
  for (const read of parsed) {
    if (!read.ok) {
      runs.push(unreadable(read.problems));
      continue;
    }
    const flow = withConnections(read.flow, connections);
    runs.push(await runHeadless({ flow, connections, triggerOutputs, allowHosts: options.allowHost }));
  }
  for (const host of listRefusedHosts(runs))
    console.error(`${host} is a private address and was not called. Allow it with --allow-host ${host}`);
  if (options.json) console.log(toJsonText(runs.map(toReport)));
  else for (const [index, run] of runs.entries()) console.log(describeRun(files[index] ?? '', run));
  return runs.every(({ status }) => status === 'Succeeded') ? 0 : 1;
}

function listRefusedHosts(runs: readonly HeadlessRun[]): Set<string> {
  const hosts = runs.flatMap(({ records }) => records.map(({ error }) => error?.allow));
  return new Set(hosts.filter((host) => host !== undefined));
}

function unreadable([first]: readonly Problem[]): HeadlessRun {
  const error = first && { code: first.code, message: first.message };
  return { status: 'Failed', ...(error && { error }), outputs: {}, records: [] };
}

function readInputs(file: string): ValueObject {
  const inputs = readValue(file);
  if (isValueObject(inputs)) return inputs;
  throw new UsageError(`${file} has to hold an object, such as { "body": { … } }.`);
}

function toReport({ status, error, outputs, response, records }: HeadlessRun): ValueObject {
  const report: ValueObject = { status };
  if (error !== undefined) report.error = { ...error };
  report.outputs = outputs;
  if (response !== undefined) report.response = { ...response };
  report.records = records.map((record) => {
    const { iteration, error: fault, ...rest } = record;
    const value: ValueObject = { ...rest };
    if (iteration !== undefined) value.iteration = iteration.map(({ loop, index }) => ({ loop, index }));
    if (fault !== undefined) value.error = { ...fault };
    return value;
  });
  return report;
}

function describeRun(file: string, run: HeadlessRun): string {
  const lines = run.records.map((record) => {
    const place = (record.iteration ?? []).map((step) => `${step.loop}[${step.index}]`).join('/');
    const why = record.error === undefined ? '' : `  ${record.error.message}`;
    return `  ${record.status.padEnd(9)} ${place === '' ? '' : `${place}/`}${record.name}${why}`;
  });
  const end = run.error === undefined ? run.status : `${run.status}: ${run.error.message}`;
  return [file, ...lines, end].join('\n');
}
