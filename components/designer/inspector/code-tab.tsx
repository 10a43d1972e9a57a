// The JSON of one step. A text that breaks a rule is not stored, and says why.
'use client';
import { Button } from '@/components/ui/button';
import { CodeEditor } from '@/components/ui/code-editor';
import { findAction, listTriggers } from '@/lib/flow/tree';
import { setInDefinition } from '@/lib/flow/update';
import { isJsonObject, type JsonObject } from '@/lib/json';
import { FieldMessage, useFieldNote } from '../fields/field-message';
import { useUnstored } from '../fields/use-unstored';
import { useStep } from '../step/use-step';
import { useDesigner, useDesignerContext } from '../store/designer-context';
import { makeEdit } from '../store/gestures';

function parseStep(text: string): { step: JsonObject } | { problem: string } {
  try {
    const value: unknown = JSON.parse(text);
    if (!isJsonObject(value)) return { problem: 'A step is a JSON object.' };
    if (typeof value.type !== 'string') return { problem: 'A step needs a “type”.' };
    return { step: value };
  } catch (error) {
    return { problem: `Invalid JSON: ${error instanceof Error ? error.message : 'it cannot be read'}` };
  }
}

export function CodeTab({ name, isTrigger }: { name: string; isTrigger: boolean }) {
  const { store } = useDesignerContext();
  const step = useStep(name);
  const readOnly = useDesigner((state) => state.readOnly);
  const stored = JSON.stringify(step, null, 2);
  // What was not applied waits here, also while other steps are looked at, until the step itself changes.
  const unstored = useUnstored({ step: name, field: 'step/type', path: [], value: step });
  const text = unstored.text ?? stored;
  const parsed = parseStep(text);
  const changed = text !== stored;
  const note = useFieldNote({ step: name, field: 'step/type' });

  function change(next: string) {
    if (next === text) return;
    if (next === stored) unstored.drop();
    else unstored.put(next, { value: step, message: '' });
  }

  function save() {
    if (!('step' in parsed)) return;
    unstored.drop();
    const { definition } = store.getState().flow;
    const pointer = isTrigger
      ? listTriggers(definition).find((each) => each.name === name)?.pointer
      : findAction(definition, name)?.pointer;
    if (pointer === undefined) return;
    makeEdit(store, {
      type: 'set-definition',
      definition: setInDefinition(definition, pointer, parsed.step),
    });
  }

  return (
    <div data-field="step/type" className="flex min-h-0 flex-1 flex-col">
      <CodeEditor
        label={`JSON of ${name}`}
        value={text}
        onChange={change}
        readOnly={readOnly}
        className="min-h-0 flex-1"
        wrap
      />
      {!readOnly && (
        <div className="mt-2 flex items-center gap-2">
          <Button
            size="small"
            variant="primary"
            onClick={save}
            disabledReason={
              !changed ? 'Nothing was changed.' : 'problem' in parsed ? parsed.problem : undefined
            }
          >
            Apply
          </Button>
          <Button size="small" variant="ghost" disabled={!changed} onClick={unstored.drop}>
            Discard
          </Button>
          {changed && 'problem' in parsed && (
            <span role="alert" className="min-w-0 truncate text-small text-err" title={parsed.problem}>
              {parsed.problem}
            </span>
          )}
        </div>
      )}
      <FieldMessage note={note} />
    </div>
  );
}
