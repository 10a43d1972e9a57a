// `flowright connector check PATH…`: reads definition files, package folders and folders of packages as the product
// does, and lists what it repaired and what is wrong. 0 good, 1 problems found, 2 wrong use.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { checkConnector } from '@/lib/connector/check-connector';
import type { Connector } from '@/lib/connector/model';
import {
  decodeDefinition,
  type ParsedDefinition,
  parseDefinition,
  type Repair,
} from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { limits } from '@/lib/limits';
import { countBySeverity, type Problem } from '@/lib/problem';
import { commandGroup } from './group';

export interface ConnectorReport {
  path: string;
  /** The reader made a connector of it, perhaps by the listed repairs. */
  ok: boolean;
  dialect: Connector['dialect'] | null;
  name: string | null;
  operations: number;
  actions: number;
  triggers: number;
  schemas: number;
  repairs: Repair[];
  problems: Pick<Problem, 'code' | 'severity' | 'at' | 'message'>[];
}

interface Package {
  path: string;
  /** Undefined for a package without a definition. */
  definition: string | undefined;
  properties: string | undefined;
}

export function register(program: Command): void {
  commandGroup(program, 'connector')
    .command('check')
    .description('Reads connectors and lists repairs and problems.')
    .argument('<paths...>', 'definition files, package folders, folders of packages')
    .option('--json', 'print one JSON document: an array, one element per package or file')
    .action((paths: string[], options: { json?: boolean }) => {
      const reports = checkPaths(paths);
      if (options.json) console.log(JSON.stringify(reports));
      else for (const report of reports) console.log(describe(report));
      process.exitCode = reports.every(isGood) ? 0 : 1;
    });
}

/** One report per package or file, in the order given; folders of packages in the order of their names. */
export function checkPaths(paths: readonly string[]): ConnectorReport[] {
  return paths.flatMap((path) => {
    try {
      return findPackages(path, 0).map(checkPackage);
    } catch (error) {
      return [unreadable(path, error)];
    }
  });
}

const folderDepth = 4;
const propertiesName = /^api-?properties.*\.json$/i;
const definitionName = /^api-?defin[ai]t?ion.*\.(json|ya?ml)$/i;
const otherDefinitionName = /(swagger|openapi).*\.(json|ya?ml)$/i;

function findPackages(path: string, depth: number): Package[] {
  if (!statSync(path).isDirectory()) return [{ path, definition: path, properties: undefined }];
  const entries = readdirSync(path, { withFileTypes: true }).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  const properties = files.find((name) => propertiesName.test(name));
  const definition = files.find((name) => definitionName.test(name));
  const others = files.filter((name) => otherDefinitionName.test(name));
  if (definition !== undefined || properties !== undefined) {
    const chosen = definition ?? others[0];
    const inFolder = (name: string | undefined): string | undefined =>
      name === undefined ? undefined : join(path, name);
    return [{ path, definition: inFolder(chosen), properties: inFolder(properties) }];
  }
  const loose = others.map((name) => ({
    path: join(path, name),
    definition: join(path, name),
    properties: undefined,
  }));
  const folders = depth < folderDepth ? entries.filter((entry) => entry.isDirectory()) : [];
  const found = [...loose, ...folders.flatMap((folder) => findPackages(join(path, folder.name), depth + 1))];
  return found.length === 0 && depth === 0 ? [{ path, definition: undefined, properties: undefined }] : found;
}

/** Never throws: whatever goes wrong becomes a problem of this package. */
function checkPackage(found: Package): ConnectorReport {
  try {
    return checkFiles(found);
  } catch (error) {
    return unreadable(found.path, error);
  }
}

function checkFiles({ path, definition, properties }: Package): ConnectorReport {
  if (definition === undefined) {
    return refused(
      path,
      [problem('CONN1000', 'There is no definition here. A package has an apiDefinition.swagger.json.')],
      [],
    );
  }
  const parsed = parseFile(definition);
  if (!parsed.result.ok) return refused(path, parsed.result.problems, parsed.repairs);
  const own = properties === undefined ? undefined : parseFile(properties);
  const ownDocument = own?.result.ok ? own.result.document : undefined;
  const read = readConnector(parsed.result.document, ownDocument);
  const repairs = [...parsed.repairs, ...(own?.repairs ?? []).map(namedAsProperties), ...read.repairs];
  if (!read.connector) return refused(path, read.problems, repairs);
  const inProperties = own && !own.result.ok ? own.result.problems.map(propertiesProblem) : [];
  return accepted(path, read.connector, {
    repairs,
    problems: [...inProperties, ...checkConnector(read.connector, ownDocument)],
  });
}

function parseFile(file: string): { result: ParsedDefinition; repairs: Repair[] } {
  if (statSync(file).size > limits.definitionBytes.value) {
    return {
      result: { ok: false, problems: [problem('CONN1001', limits.definitionBytes.sentence)] },
      repairs: [],
    };
  }
  const decoded = decodeDefinition(readFileSync(file));
  const result = parseDefinition(decoded.text, basename(file));
  return { result, repairs: result.ok ? [...decoded.repairs, ...result.repairs] : decoded.repairs };
}

function problem(code: string, message: string): Problem {
  return { code, severity: 'error', at: '', message };
}

function namedAsProperties(repair: Repair): Repair {
  return { ...repair, message: `In apiProperties.json: ${repair.message}` };
}

/** Broken properties lose colour and connection fields, never the connector. */
function propertiesProblem(found: Problem): Problem {
  return { ...found, severity: 'warning', message: `apiProperties.json is left out. ${found.message}` };
}

function accepted(
  path: string,
  connector: Connector,
  found: { repairs: Repair[]; problems: Problem[] },
): ConnectorReport {
  const triggers = connector.operations.filter(({ kind }) => kind === 'trigger').length;
  return {
    path,
    ok: true,
    dialect: connector.dialect,
    name: connector.title,
    operations: connector.operations.length,
    actions: connector.operations.length - triggers,
    triggers,
    schemas: connector.schemaCount,
    repairs: found.repairs,
    problems: found.problems.map(shortProblem),
  };
}

function shortProblem({ code, severity, at, message }: Problem): ConnectorReport['problems'][number] {
  return { code, severity, at, message };
}

function refused(path: string, problems: readonly Problem[], repairs: Repair[]): ConnectorReport {
  const counts = { operations: 0, actions: 0, triggers: 0, schemas: 0 };
  return {
    path,
    ok: false,
    dialect: null,
    name: null,
    ...counts,
    repairs,
    problems: problems.map(shortProblem),
  };
}

function unreadable(path: string, error: unknown): ConnectorReport {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Record<string, string> = {
    ENOENT: 'There is nothing at this path.',
    EACCES: 'This file may not be read. Check its permissions.',
  };
  const reason = error instanceof Error ? error.message : String(error);
  return refused(
    path,
    [
      problem(
        'CONN1000',
        Object.hasOwn(known, code) ? (known[code] ?? reason) : `This cannot be read: ${reason}`,
      ),
    ],
    [],
  );
}

function isGood(report: ConnectorReport): boolean {
  return report.ok && report.problems.every(({ severity }) => severity !== 'error');
}

/** One line per package; below it repairs, errors, warnings and notes. Hints are only counted. */
function describe(report: ConnectorReport): string {
  const counts = countBySeverity(report.problems);
  const facts = report.ok
    ? `${report.name} (${report.dialect}): ${count(report.actions, 'action')}, ${count(report.triggers, 'trigger')}`
    : 'cannot be read';
  const levels = [count(counts.error, 'error'), count(counts.warning, 'warning'), count(counts.info, 'note')];
  const found = [...levels, count(counts.hint, 'hint')].join(', ');
  const repairs = report.repairs.map(
    ({ at, message }) => `  repaired  ${at ? `line ${at.line}, column ${at.column}: ` : ''}${message}`,
  );
  const problems = report.problems
    .filter(({ severity }) => severity !== 'hint')
    .map(({ severity, code, at, message }) => `  ${severity.padEnd(9)} ${code} ${at || '/'}  ${message}`);
  return [`${report.path}  ${facts}; ${found}`, ...repairs, ...problems].join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
