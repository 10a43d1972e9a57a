// What is running, and the words of its licence.
'use client';
import { version } from '@/package.json';
import { Facts } from '../ui/facts';
import { Panel } from '../ui/panel';

export function AboutSettings() {
  return (
    <Panel title="Flowright" padded>
      <Facts
        items={[
          { label: 'Version', value: version },
          { label: 'Licence', value: 'MIT' },
          { label: 'Connector format', value: 'OpenAPI 2.0, 3.0 and 3.1 with x-ms extensions' },
          { label: 'Flow format', value: 'Workflow Definition Language, schema 2016-06-01' },
        ]}
      />
      <p className="mt-4 text-ink2">A backup of this server is its data folder together with its key file.</p>
    </Panel>
  );
}
