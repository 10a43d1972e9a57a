// Opens the checker; its badge says how the flow stands.
'use client';
import { Check } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { useDesigner, useDesignerContext } from '../store/designer-context';

export function CheckerButton() {
  const { store } = useDesignerContext();
  const errors = useDesigner((state) => state.problems.filter((each) => each.severity === 'error').length);
  const warnings = useDesigner(
    (state) => state.problems.filter((each) => each.severity === 'warning').length,
  );
  const open = useDesigner((state) => state.panel === 'checker');
  const count = errors > 0 ? errors : warnings;
  const word = errors > 0 ? 'error' : 'warning';
  const state = count === 0 ? 'no mistakes' : `${count} ${word}${count === 1 ? '' : 's'}`;
  return (
    <Button
      aria-description={state}
      aria-pressed={open}
      title={`Flow checker: ${state} (F8 goes to the next)`}
      onClick={() => store.getState().show(open ? 'inspector' : 'checker')}
    >
      Flow checker
      {errors > 0 ? (
        <span className="flex items-center gap-1 text-err">
          <SeverityIcon severity="error" decorative />
          {errors}
        </span>
      ) : warnings > 0 ? (
        <span className="flex items-center gap-1 text-warn">
          <SeverityIcon severity="warning" decorative />
          {warnings}
        </span>
      ) : (
        <Check aria-hidden="true" className="text-ok" />
      )}
    </Button>
  );
}
