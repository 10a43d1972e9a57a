// What can be done with a flow from a list.
'use client';
import { Pencil, Play, TextCursorInput, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { MenuItem, MenuSeparator } from '../ui/menu';
import { RowMenu } from '../ui/row-menu';
import { DeleteFlow, RenameFlow } from './flow-dialogs';

export function FlowRowMenu({ flow }: { flow: { id: string; name: string } }) {
  const [open, setOpen] = useState<'rename' | 'delete'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <RowMenu name={flow.name}>
        <MenuItem icon={<Pencil aria-hidden="true" />} href={`/flows/${flow.id}/edit`}>
          Edit
        </MenuItem>
        <MenuItem icon={<Play aria-hidden="true" />} href={`/flows/${flow.id}?run=1`}>
          Run
        </MenuItem>
        <MenuItem icon={<TextCursorInput aria-hidden="true" />} onSelect={() => setOpen('rename')}>
          Rename
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 aria-hidden="true" />} onSelect={() => setOpen('delete')}>
          Delete
        </MenuItem>
      </RowMenu>
      {open === 'rename' && <RenameFlow flow={flow} onClose={close} />}
      {open === 'delete' && <DeleteFlow flow={flow} onClose={close} />}
    </>
  );
}
