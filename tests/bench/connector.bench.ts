// How long a definition takes from text to checked connector: the sample, and the largest published ones. Targets:
// the sample within 100 ms, a definition of 1 MB within 1 s.
import { existsSync, readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { buildRequest } from '@/lib/connector/build-request';
import { checkConnector } from '@/lib/connector/check-connector';
import { listInputs } from '@/lib/connector/inputs';
import type { Connector } from '@/lib/connector/model';
import { listOutputs } from '@/lib/connector/outputs';
import { decodeDefinition, parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { changeText } from '@/lib/document/text';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { sharedFolder } from '../support/shared-folder';

function read(text: string): Connector {
  const parsed = parseDefinition(text);
  const connector = parsed.ok ? readConnector(parsed.document).connector : undefined;
  if (!connector) throw new Error('the definition is not read');
  return connector;
}

const sample = JSON.stringify(swaggerDocument('127.0.0.1:5080'), null, 2);

describe('the sample definition', () => {
  const connector = read(sample);
  const operation = connector.operations[0];
  bench('parse, read, check', () => {
    checkConnector(read(sample));
  });
  bench('build one request', () => {
    if (operation)
      buildRequest({ connector, operation, parameters: { typeId: 1, 'body/invoice/amount': 5 } });
  });
  bench('change one summary in the text', () => {
    changeText(sample, [{ op: 'set', at: '/paths/~1GetInvoice/get/summary', value: 'Get Invoice' }]);
  });
});

const largest = ['certified__Encodian', 'independent__HubSpot-CRM-V2', 'certified__Entersoft'];
for (const name of largest) {
  const file = `${sharedFolder() ?? ''}data/connectors/${name}/apiDefinition.swagger.json`;
  if (!existsSync(file)) continue;
  const { text } = decodeDefinition(readFileSync(file));
  const options = { time: 1_000, warmupTime: 0 };
  describe(`${name}, ${Math.round(text.length / 1024)} KB`, () => {
    bench('parse and read', () => void read(text), options);
    bench('parse, read, check', () => void checkConnector(read(text)), options);
    bench(
      'parse, read, inputs and outputs of every operation',
      () => {
        const connector = read(text);
        for (const operation of connector.operations) {
          listInputs(connector, operation);
          listOutputs(connector, operation);
        }
      },
      options,
    );
    bench(
      'change the title in the text',
      () => void changeText(text, [{ op: 'set', at: '/info/title', value: 'Another' }]),
      options,
    );
  });
}
