// Writing an expression: a code field that says at once what does not parse, and the list of functions.
'use client';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/class-names';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { useKept } from '@/components/ui/use-kept';
import { functionCatalogue } from '@/lib/expression/catalogue';
import { parseExpression } from '@/lib/expression/parser';
import { useDesignerContext } from '../store/designer-context';
import { findCallAt, signatureText } from './expression-help';
import { FunctionList } from './function-list';
import type { PickerRequest } from './picker-store';
import { useTokens } from './token-context';

interface ExpressionTabProps {
  request: PickerRequest;
  onDone(): void;
}

const byName = new Map(functionCatalogue.map((entry) => [entry.name.toLowerCase(), entry]));

export function ExpressionTab({ request, onDone }: ExpressionTabProps) {
  const { flowId } = useDesignerContext();
  const { action } = useTokens();
  // Closing by accident, or a reload, does not lose what was written.
  const place = ['expression', flowId, action, request.fieldKey, request.expression ?? ''].join(' ');
  const { value: text, set: setText, forget } = useKept<string>(place, request.expression ?? '');
  const [caret, setCaret] = useState(text.length);
  const area = useRef<HTMLTextAreaElement>(null);
  const checked = useDeferredValue(text);
  const { diagnostics } = useMemo(() => parseExpression(checked.replace(/^@/, '')), [checked]);
  const call = byName.get(findCallAt(text, caret)?.toLowerCase() ?? '');
  const [problem] = checked.trim() === '' ? [] : diagnostics;
  const isEdit = request.expression !== undefined;

  function insertFunction(name: string) {
    const before = text.slice(0, caret);
    const inserted = `${name}()`;
    const next = before + inserted + text.slice(caret);
    const at = before.length + inserted.length - 1;
    setText(next);
    setCaret(at);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at, at);
    });
  }

  function finish() {
    const expression = text.trim().replace(/^@/, '');
    // What is shown beside the text may be a moment behind it.
    if (expression === '' || parseExpression(expression).diagnostics.length > 0) return;
    forget();
    request.insert(expression);
    onDone();
  }

  return (
    <>
      <div className="px-3 pt-3">
        <textarea
          ref={area}
          // biome-ignore lint/a11y/noAutofocus: the person asked for this field
          autoFocus
          aria-label="Expression"
          aria-invalid={problem !== undefined}
          aria-describedby="expression-note"
          spellCheck={false}
          rows={4}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setCaret(event.target.selectionStart);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            finish();
          }}
          className={cx(
            'w-full resize-y rounded-control border bg-surface px-2 py-1.5 font-mono text-small outline-offset-2 focus-visible:outline-2 focus-visible:outline-accent',
            problem ? 'border-err' : 'border-lineS',
          )}
        />
        <div id="expression-note" className="min-h-8 py-1 text-small">
          {problem ? (
            <span className="flex items-start gap-1.5 text-err">
              <SeverityIcon severity="error" decorative className="mt-0.5 size-3" />
              <span>
                {problem.message} (at {problem.start + 1})
              </span>
            </span>
          ) : call ? (
            <span className="text-ink2">
              <code className="text-ink">{signatureText(call)}</code>
              <span className="block">{call.doc}</span>
            </span>
          ) : (
            <span className="text-ink3">For example concat('Invoice ', triggerBody()?['text'])</span>
          )}
        </div>
        <div className="flex gap-2 pb-2">
          <Button
            variant="primary"
            size="small"
            onClick={finish}
            disabledReason={
              text.trim() === ''
                ? 'Write an expression first.'
                : diagnostics[0]
                  ? diagnostics[0].message
                  : undefined
            }
          >
            {isEdit ? 'Update' : 'Add'}
          </Button>
          <Button
            variant="ghost"
            size="small"
            onClick={() => {
              forget();
              onDone();
            }}
          >
            Cancel
          </Button>
        </div>
      </div>
      <FunctionList onInsert={insertFunction} />
    </>
  );
}
