// Scheme, host and base URL were kept or replaced one by one: with all three edited, an update gave the file's https and
// base URL with the maker's host, and a file without an address turned http into https. They are one address.
import { describe, expect, it } from 'vitest';
import { blankDefinition } from '@/lib/connector/blank';
import { setGeneral } from '@/lib/connector/edit/general';
import { previewUpdate } from '@/lib/connector/update';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import { oneOperationDocument } from '../lib/connector/one-operation';
import { read } from '../lib/connector/said-by';

const local = { scheme: 'http', host: '127.0.0.1:5080', basePath: '/v2' } as const;
const swagger = oneOperationDocument({});
const openApi: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'T', version: '1' },
  servers: [{ url: 'https://api.example.test/v1' }],
  paths: {},
};
const nowhere = (document: JsonObject): JsonObject => {
  const { host: _host, schemes: _schemes, basePath: _basePath, servers: _servers, ...rest } = document;
  return { ...rest, 'x-version': 2 };
};
const moved = (document: JsonObject) =>
  applyChanges(document, setGeneral(read(document), { host: 'new.example.test', basePath: '/v9' }));
const address = (document: JsonObject) => {
  const { scheme, host, basePath } = read(document);
  return { scheme, host, basePath };
};

describe.each([
  ['2.0', swagger, openApi],
  ['3.0', openApi, swagger],
])('an address in %s', (_dialect, source, other) => {
  const definition = applyChanges(source, setGeneral(read(source), local));

  it('stays whole where it was edited', () => {
    for (const incoming of [moved(source), moved(other), other]) {
      const { result, kept } = previewUpdate({ source, definition, incoming });
      expect(address(result)).toEqual(local);
      expect(kept.map(({ label }) => label)).toContain(
        'Address of the connector: “http://127.0.0.1:5080/v2”',
      );
    }
  });

  it('stays whole where the file names none', () => {
    for (const incoming of [nowhere(source), nowhere(other)]) {
      expect(address(previewUpdate({ source, definition: source, incoming }).result)).toEqual(
        address(source),
      );
      expect(address(previewUpdate({ source, definition, incoming }).result)).toEqual(local);
    }
  });

  it('moves whole where it was not edited', () => {
    for (const incoming of [moved(source), moved(other)])
      expect(address(previewUpdate({ source, definition: source, incoming }).result)).toEqual(
        address(incoming),
      );
  });
});

describe('the address of a connector made from blank', () => {
  const definition = blankDefinition({ title: 'T', description: '', ...local, basePath: '/v1' });

  it.each([swagger, openApi])('is the file’s where it names one', (incoming) => {
    expect(address(previewUpdate({ definition, incoming }).result)).toEqual(address(incoming));
  });

  it.each([swagger, openApi])('is the connector’s where it names none', (incoming) => {
    const { result } = previewUpdate({ definition, incoming: nowhere(incoming) });
    expect(address(result)).toEqual({ ...local, basePath: '/v1' });
  });
});
