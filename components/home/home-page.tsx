// Home: go on where one stopped, see what needs attention, start something.
'use client';
import { Cable, Hand } from 'lucide-react';
import { useState } from 'react';
import { NewFlowDialog } from '../flow/new-flow-dialog';
import { AppShell } from '../shell/app-shell';
import { Button, ButtonLink } from '../ui/button';
import { Panel } from '../ui/panel';
import { Attention } from './attention';
import { LatestRuns } from './latest-runs';
import { Recents } from './recents';

export function HomePage() {
  const [creating, setCreating] = useState(false);
  return (
    <AppShell
      breadcrumb={[{ label: 'Home' }]}
      actions={
        <Button variant="primary" onClick={() => setCreating(true)}>
          New flow
        </Button>
      }
    >
      <div className="grid max-w-350 gap-4 lg:grid-cols-[3fr_2fr] lg:items-start">
        <div className="grid min-w-0 gap-4">
          <Recents />
          <LatestRuns />
        </div>
        <div className="grid min-w-0 gap-4">
          <Attention />
          <Panel title="Start" padded>
            <div className="flex flex-wrap gap-2">
              <Button icon={<Hand aria-hidden="true" />} onClick={() => setCreating(true)}>
                New instant flow
              </Button>
              <ButtonLink href="/connectors/new" icon={<Cable aria-hidden="true" />}>
                Import OpenAPI file
              </ButtonLink>
            </div>
          </Panel>
        </div>
      </div>
      {creating && <NewFlowDialog onClose={() => setCreating(false)} />}
    </AppShell>
  );
}
