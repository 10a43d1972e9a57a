// A connector as it is stored is two texts; here they become the model, its problems, and what lists show.

import { AppError } from '@/lib/app-error';
import { checkConnector } from '@/lib/connector/check-connector';
import { connectionOrigin } from '@/lib/connector/connection';
import type { Connector } from '@/lib/connector/model';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { isJsonObject, type JsonObject, ownProperty } from '@/lib/json';
import { countBySeverity, type Problem, type Severity } from '@/lib/problem';

export interface StoredConnector {
  document: JsonObject;
  properties: JsonObject;
  /** Absent when the document is too broken to be read as a connector. */
  connector: Connector | undefined;
  problems: Problem[];
}

/** What the list of connectors shows; kept as JSON beside the draft. */
export interface ConnectorSummary {
  description: string;
  host: string;
  brandColor: string;
  operations: number;
  /** scheme://host:port that connections are bound to. */
  origin: string;
  problems: Record<Severity, number>;
}

const defaultColor = '#007ee5';

/** Throws INVALID_INPUT, with line and column, when a text is not JSON within the limits. */
export function readStoredConnector(texts: {
  definitionText: string;
  propertiesText: string;
}): StoredConnector {
  const parsed = parseDefinition(texts.definitionText);
  if (!parsed.ok) {
    throw new AppError('INVALID_INPUT', parsed.problems[0]?.message ?? 'The definition cannot be read.', {
      field: 'definitionText',
      details: { problems: parsed.problems },
    });
  }
  const properties = parseProperties(texts.propertiesText);
  const read = readConnector(parsed.document, properties);
  const found = read.connector === undefined ? [] : checkConnector(read.connector, properties);
  return {
    document: parsed.document,
    properties,
    connector: read.connector,
    problems: [...read.problems, ...found],
  };
}

/** The model alone, without a look for problems; undefined where the texts do not read as a connector. */
export function readModel(texts: { definitionText: string; propertiesText: string }): Connector | undefined {
  const parsed = parseDefinition(texts.definitionText);
  if (!parsed.ok) return undefined;
  return readConnector(parsed.document, parseProperties(texts.propertiesText)).connector;
}

export function summarise(stored: StoredConnector): ConnectorSummary {
  const { connector } = stored;
  return {
    description: connector?.description ?? '',
    host: connector?.host ?? '',
    brandColor: connector?.brandColor ?? brandColorOf(stored.properties),
    operations: connector?.operations.length ?? 0,
    origin: connector === undefined ? '' : connectionOrigin(connector),
    problems: countBySeverity(stored.problems),
  };
}

export function readSummary(text: string): ConnectorSummary {
  return JSON.parse(text) as ConnectorSummary;
}

export function parseProperties(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('INVALID_INPUT', 'The properties are not valid JSON.', {
      field: 'propertiesText',
      cause,
    });
  }
  if (!isJsonObject(value))
    throw new AppError('INVALID_INPUT', 'The properties are not a JSON object.', { field: 'propertiesText' });
  return value;
}

/** `properties.iconBrandColor` of apiProperties.json. */
export function brandColorOf(properties: JsonObject): string {
  const color = ownProperty(ownProperty(properties, 'properties'), 'iconBrandColor');
  return typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : defaultColor;
}

export function iconUrl(connectorId: string, iconVersion: string | null): string | undefined {
  return iconVersion === null ? undefined : `/api/icons/${connectorId}?v=${iconVersion}`;
}
