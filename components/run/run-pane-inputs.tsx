// Second step of the Run flow pane: the trigger's inputs. What is typed survives Back and a reload; what was typed for
// the last run is there again.
'use client';
import { useState } from 'react';
import { useAccount } from '@/components/shell/environment';
import { Button } from '@/components/ui/button';
import { useKept } from '@/components/ui/use-kept';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import type { TriggerInput } from '@/lib/flow/trigger-inputs';
import { isJsonObject, type JsonObject } from '@/lib/json';
import { TriggerInputField } from './trigger-input-field';
import { checkInputText, type InputTexts, toInputValues } from './trigger-inputs';

interface RunPaneInputsProps {
  flowId: string;
  inputs: TriggerInput[];
  /** Why the run was not started. */
  error: string | undefined;
  onBack(): void;
  /** Resolves to true when the run has started. */
  onRun(inputs: JsonObject): Promise<boolean>;
}

/** Where the values of the last run are remembered; nobody sees those of somebody else. */
function placeOfLast(user: string, flowId: string): string {
  return `flowright.inputs.${user}.${flowId}`;
}

function readLast(place: string): InputTexts {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    if (!isJsonObject(value)) return {};
    return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
  } catch {
    return {};
  }
}

function keepLast(place: string, texts: InputTexts) {
  try {
    localStorage.setItem(place, JSON.stringify(texts));
  } catch {
    // Only a convenience: the form starts empty next time.
  }
}

export function RunPaneInputs({ flowId, inputs, error, onBack, onRun }: RunPaneInputsProps) {
  const place = placeOfLast(useAccount()?.email ?? '', flowId);
  const [last] = useState(() => readLast(place));
  const { value: texts, set: setTexts, forget } = useKept<InputTexts>(`run-inputs.${flowId}`, last);
  const [checked, setChecked] = useState(false);

  // The draft is stored and asked about before it starts: a second press in between must not start it twice.
  const submit = useOneAtATime(async () => {
    setChecked(true);
    if (inputs.some((input) => checkInputText(input, texts[input.key] ?? '') !== undefined)) return;
    if (!(await onRun(toInputValues(inputs, texts)))) return;
    keepLast(place, texts);
    forget();
  });

  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        void submit.run();
      }}
    >
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
        {inputs.length === 0 && <p className="text-ink2">This flow asks for nothing. It is ready to run.</p>}
        <div className="flex flex-col gap-4">
          {inputs.map((input) => (
            <TriggerInputField
              key={input.key}
              input={input}
              text={texts[input.key] ?? ''}
              error={checked ? checkInputText(input, texts[input.key] ?? '') : undefined}
              onChange={(text) => setTexts({ ...texts, [input.key]: text })}
            />
          ))}
        </div>
        {error !== undefined && (
          <p role="alert" className="mt-4 rounded-control bg-err-soft px-3 py-2 text-err">
            {error}
          </p>
        )}
      </div>
      <footer className="flex gap-2 border-t border-line px-4 py-3">
        <Button variant="primary" type="submit" busy={submit.busy} autoFocus={inputs.length === 0}>
          Run flow
        </Button>
        <Button variant="ghost" onClick={onBack}>
          Back
        </Button>
      </footer>
    </form>
  );
}
