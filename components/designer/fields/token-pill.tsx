// A token as it is seen in a field: source tile, label, the connector's colour. A click opens its expression.
'use client';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, type NodeKey } from 'lexical';
import type { CSSProperties } from 'react';
import { cx } from '@/components/ui/class-names';
import { StepTile } from '../step/step-tile';
import { usePicker } from '../token/picker-context';
import { usePillLook } from '../token/token-context';

interface TokenPillProps {
  expression: string;
  nodeKey: NodeKey;
  /** Label of a pill that waits for an answer. */
  pending?: string | undefined;
}

export function TokenPill({ expression, nodeKey, pending }: TokenPillProps) {
  const [editor] = useLexicalComposerContext();
  const picker = usePicker();
  const look = usePillLook(expression);
  const style = look.tile?.color ? ({ '--brand': look.tile.color } as CSSProperties) : {};

  function edit() {
    const anchor = editor.getRootElement();
    if (!anchor || !editor.isEditable() || pending !== undefined) return;
    picker.getState().open({
      anchor,
      mode: 'search',
      tab: 'expression',
      label: look.label,
      fieldKey: anchor.closest<HTMLElement>('[data-field]')?.dataset.field ?? '',
      field: { type: 'any' },
      expression,
      insert: (next) =>
        editor.update(() => {
          const node = $getNodeByKey(nodeKey);
          if (node && 'setExpression' in node && typeof node.setExpression === 'function')
            node.setExpression(next);
        }),
      onClose: () => editor.focus(),
    });
  }

  return (
    <button
      type="button"
      tabIndex={-1}
      title={look.problem ?? expression}
      onClick={edit}
      style={style}
      className={cx(
        'relative -top-px mx-px inline-flex h-5 max-w-60 items-center gap-1 rounded-chip border pr-1.5 pl-[3px] align-middle text-small leading-4 text-ink',
        look.problem
          ? 'border-dashed border-err bg-err-soft text-err'
          : look.tile?.color
            ? 'tinted'
            : 'border-line bg-sunken',
        pending !== undefined && 'border-dashed border-ink3',
      )}
    >
      {look.tile ? (
        <StepTile tile={look.tile} size={14} />
      ) : (
        <span aria-hidden="true" className="px-0.5 font-mono text-badge text-ink2">
          ƒx
        </span>
      )}
      <span aria-hidden="true" className="truncate">
        {pending ?? look.label}
      </span>
      <span className="sr-only">{pending ?? look.spoken}</span>
    </button>
  );
}
