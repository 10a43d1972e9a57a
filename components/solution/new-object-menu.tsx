// + New › Automation › Custom connector, or Cloud flow › Instant.
'use client';
import { Cable, Hand, Plus, Rows3, Zap } from 'lucide-react';
import { Button } from '../ui/button';
import { Menu, MenuItem, MenuSub } from '../ui/menu';

export function NewObjectMenu({ solutionId, onNewFlow }: { solutionId: string; onNewFlow: () => void }) {
  const trigger = (
    <Button variant="primary" icon={<Plus aria-hidden="true" />}>
      New
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuSub label="Automation" icon={<Zap aria-hidden="true" />}>
        <MenuSub label="Cloud flow" icon={<Rows3 aria-hidden="true" />}>
          <MenuItem icon={<Hand aria-hidden="true" />} onSelect={onNewFlow}>
            Instant
          </MenuItem>
        </MenuSub>
        <MenuItem icon={<Cable aria-hidden="true" />} href={`/connectors/new?solution=${solutionId}`}>
          Custom connector
        </MenuItem>
      </MenuSub>
    </Menu>
  );
}
