// What a connector says to a maker, as one map from places to texts: two definitions that say the same give equal maps.
import { listInputs } from '@/lib/connector/inputs';
import type { Connector, OutputField } from '@/lib/connector/model';
import { listOutputs } from '@/lib/connector/outputs';
import { readConnector } from '@/lib/connector/read-connector';
import type { JsonObject } from '@/lib/json';

export function read(document: JsonObject): Connector {
  const { connector } = readConnector(document);
  if (!connector) throw new Error('not read');
  return connector;
}

export function saidBy(document: JsonObject): Map<string, string> {
  const connector = read(document);
  const said = new Map<string, string>();
  const say = (place: string, facts: unknown): void => {
    said.set(place, JSON.stringify(facts));
  };
  const { title, description, scheme, host, basePath, security } = connector;
  say('general', { title, description });
  say('address', { scheme, host, basePath });
  say('security', security);
  for (const operation of connector.operations) {
    const { id, kind, method, path, summary, visibility } = operation;
    say(id, { kind, method, path, summary, description: operation.description, visibility });
    for (const input of listInputs(connector, operation)) {
      const { key, label, required, type, format, options } = input;
      const facts = { label, description: input.description, required, visibility: input.visibility };
      say(`${id} takes ${key}`, { ...facts, type, format, options, default: input.default });
    }
    const walk = (field: OutputField): void => {
      const { label, type, format } = field;
      say(`${id} gives ${field.path.join('/')}`, { label, description: field.description, type, format });
      field.children.forEach(walk);
    };
    listOutputs(connector, operation).forEach(walk);
  }
  return said;
}
