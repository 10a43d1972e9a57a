// The glyph of what the checker found about a step; a click opens the checker.
'use client';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { useDesigner, useDesignerContext } from '../store/designer-context';
import { findingsText } from './card-texts';

export function ProblemMark({ name }: { name: string }) {
  const { store } = useDesignerContext();
  const text = useDesigner((state) => findingsText(state.findings.get(name)));
  const isError = useDesigner((state) => (state.findings.get(name)?.errors ?? 0) > 0);
  if (text === '') return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={`${text}, show in the checker`}
      title={text}
      className="nodrag nopan pointer-events-auto relative -mt-1 -mr-1 grid size-6 shrink-0 place-items-center rounded-chip hover:bg-hover"
      onClick={() => store.getState().show('checker')}
    >
      <SeverityIcon severity={isError ? 'error' : 'warning'} decorative />
    </button>
  );
}
