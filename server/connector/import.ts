// From a file to a connector: look at it first, then make it, leaving out the operations that are not wanted.

import { AppError } from '@/lib/app-error';
import { checkConnector } from '@/lib/connector/check-connector';
import { setGeneral } from '@/lib/connector/edit/general';
import { removeOperations } from '@/lib/connector/edit/operation';
import { chooseSecurity } from '@/lib/connector/edit/security';
import type { Connector } from '@/lib/connector/model';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { emptyProperties, withSecurity } from '@/lib/connector/properties';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import type { Repair } from '@/lib/document/repair';
import { rewriteText, toCanonicalText } from '@/lib/document/text';
import type { JsonObject } from '@/lib/json';
import { limits } from '@/lib/limits';
import { countBySeverity, type Problem } from '@/lib/problem';
import type { Scope } from '../services';
import { storeNewConnector } from './create';

export interface DefinitionFile {
  fileName: string;
  text: string;
}

interface ReadFile {
  document: JsonObject;
  connector: Connector | undefined;
  /** The text that is kept: as it came where it is plain JSON. */
  text: string;
  problems: Problem[];
  repairs: Repair[];
}

/** Reads a file without storing anything. Problems of a file that cannot be read say line, column and what to do. */
export function readDefinitionFile({ fileName, text }: DefinitionFile): ReadFile | { problems: Problem[] } {
  const parsed = parseDefinition(text, fileName);
  if (!parsed.ok) return { problems: parsed.problems };
  const read = readConnector(parsed.document);
  const found = read.connector === undefined ? [] : checkConnector(read.connector);
  return {
    document: parsed.document,
    connector: read.connector,
    text: parsed.format === 'json' ? parsed.text : toCanonicalText(parsed.document),
    problems: [...read.problems, ...found],
    repairs: [...parsed.repairs, ...read.repairs],
  };
}

export function inspectDefinition(file: DefinitionFile) {
  const read = readDefinitionFile(file);
  if (!('document' in read) || read.connector === undefined) {
    const repairs = 'repairs' in read ? read.repairs : [];
    return {
      ok: false as const,
      operations: [],
      problems: read.problems,
      repairs,
      counts: countBySeverity(read.problems),
    };
  }
  const { connector } = read;
  return {
    ok: true as const,
    dialect: connector.dialect,
    title: connector.title,
    description: connector.description,
    scheme: connector.scheme,
    host: connector.host,
    basePath: connector.basePath,
    security: connector.security,
    securities: connector.securityChoices,
    operations: connector.operations.map(({ id, method, path, summary, kind, visibility }) => ({
      id,
      method,
      path,
      summary,
      kind,
      visibility,
    })),
    problems: read.problems,
    repairs: read.repairs,
    counts: countBySeverity(read.problems),
  };
}

export interface ConnectorFromFile extends DefinitionFile {
  name: string;
  host?: string | undefined;
  scheme?: 'http' | 'https' | undefined;
  /** Key of the security scheme to sign calls with, where the file declares several. */
  security?: string | undefined;
  brandColor?: string | undefined;
  iconDataUrl?: string | undefined;
  /** Operation ids to leave out. */
  excluded?: string[] | undefined;
  solutionId?: string | undefined;
}

export function createConnectorFromFile(scope: Scope, file: ConnectorFromFile): { id: string } {
  const read = readDefinitionFile(file);
  if (!('document' in read) || read.connector === undefined) {
    throw new AppError(
      'INVALID_INPUT',
      read.problems[0]?.message ?? 'The file cannot be read as a definition.',
      {
        field: 'text',
        details: { problems: read.problems },
      },
    );
  }
  const { text, document } = adjust(read, file, read.connector);
  const connector = readConnector(document).connector ?? read.connector;
  return storeNewConnector(scope, {
    name: file.name,
    definitionText: text,
    propertiesText: toCanonicalText(
      withSecurity(emptyProperties(file.brandColor ?? connector.brandColor), connector.security),
    ),
    sourceText: file.text,
    iconDataUrl: file.iconDataUrl,
    solutionId: file.solutionId,
  });
}

/** Leaves operations out, sets the address, the way to sign calls and a title that fits, touching no other part of the text. */
function adjust(
  read: ReadFile,
  file: ConnectorFromFile,
  connector: Connector,
): { text: string; document: JsonObject } {
  const excluded = connector.operations.filter(({ id }) => file.excluded?.includes(id) === true);
  let document = applyChanges(read.document, removeOperations(connector, excluded));
  const { host = connector.host, scheme = connector.scheme } = file;
  if (host !== connector.host || scheme !== connector.scheme) {
    document = applyChanges(document, setGeneral(connector, { host, scheme }));
  }
  if (file.security !== undefined) {
    document = applyChanges(document, chooseSecurity(connector, file.security));
  }
  if (connector.title.trim().length > limits.connectorName.value) {
    document = applyChanges(document, [{ op: 'set', at: '/info/title', value: file.name }]);
  }
  const text = document === read.document ? read.text : rewriteText(read.text, read.document, document);
  return { text, document };
}
