// What "Manually trigger a flow" asks for: typed inputs, added and changed in place.
'use client';
import { Calendar, Hash, Mail, Plus, ToggleLeft, Trash2, Type } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input, Textarea } from '@/components/ui/input';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Switch } from '@/components/ui/switch';
import type { TriggerInputKind } from '@/lib/flow/edits/edit';
import { listTriggers } from '@/lib/flow/tree';
import { readTriggerInputs, type TriggerInput, triggerInputKinds } from '@/lib/flow/trigger-inputs';
import { useDesigner, useDesignerContext } from '../store/designer-context';
import { makeEdit } from '../store/gestures';
import type { BuiltInFieldProps } from './built-in-fields';

const icons: Record<TriggerInputKind, ReactNode> = {
  text: <Type aria-hidden="true" />,
  number: <Hash aria-hidden="true" />,
  boolean: <ToggleLeft aria-hidden="true" />,
  date: <Calendar aria-hidden="true" />,
  email: <Mail aria-hidden="true" />,
};

export function TriggerInputsField({ step, field, readOnly }: BuiltInFieldProps) {
  const { store } = useDesignerContext();
  const trigger = useDesigner(
    (state) => listTriggers(state.flow.definition).find((each) => each.name === step)?.trigger,
  );
  const inputs = trigger ? readTriggerInputs(trigger) : [];
  return (
    <div data-field={field.key} className="flex flex-col gap-3">
      <p className="text-ink2">
        {inputs.length === 0
          ? 'This flow starts when a person presses Run. It can ask for values first.'
          : 'A person is asked for these values when the flow is run.'}
      </p>
      {inputs.map((input) => (
        <OneInput key={input.key} trigger={step} input={input} readOnly={readOnly} />
      ))}
      {!readOnly && (
        <Menu
          trigger={
            <Button icon={<Plus aria-hidden="true" />} className="self-start">
              Add an input
            </Button>
          }
        >
          {triggerInputKinds.map(({ kind, label }) => (
            <MenuItem
              key={kind}
              icon={icons[kind]}
              onSelect={() => makeEdit(store, { type: 'add-trigger-input', trigger: step, kind })}
            >
              {label}
            </MenuItem>
          ))}
        </Menu>
      )}
    </div>
  );
}

interface OneInputProps {
  trigger: string;
  input: TriggerInput;
  readOnly: boolean;
}

function OneInput({ trigger, input, readOnly }: OneInputProps) {
  const { store } = useDesignerContext();
  const set = (change: { title?: string; description?: string; required?: boolean; options?: string[] }) =>
    store.getState().apply({ type: 'set-trigger-input', trigger, key: input.key, ...change });
  return (
    <fieldset className="rounded-card border border-line p-3" aria-label={`Input ${input.title}`}>
      <div className="flex items-center gap-2">
        <span className="text-ink2">{icons[input.kind]}</span>
        <Input
          aria-label="Name of the input"
          className="font-medium"
          value={input.title}
          readOnly={readOnly}
          onChange={(event) => set({ title: event.target.value })}
        />
        {!readOnly && (
          <IconButton
            icon={<Trash2 aria-hidden="true" />}
            label={`Delete input ${input.title}`}
            size="small"
            onClick={() => makeEdit(store, { type: 'remove-trigger-input', trigger, key: input.key })}
          />
        )}
      </div>
      <Input
        aria-label={`What ${input.title} is for`}
        className="mt-2"
        placeholder="What it is for"
        value={input.description}
        readOnly={readOnly}
        onChange={(event) => set({ description: event.target.value })}
      />
      {input.options && (
        <Choices
          title={input.title}
          options={input.options}
          readOnly={readOnly}
          onOptions={(options) => set({ options })}
        />
      )}
      <div className="mt-2 flex items-center justify-between">
        <Switch
          label="Required"
          checked={input.required}
          disabled={readOnly}
          onCheckedChange={(required) => set({ required })}
        />
        {input.kind === 'text' && !input.options && !readOnly && (
          <Button
            size="small"
            variant="ghost"
            onClick={() => set({ options: ['First option', 'Second option'] })}
          >
            Make it a list of choices
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface ChoicesProps {
  title: string;
  options: readonly string[];
  readOnly: boolean;
  onOptions(options: string[]): void;
}

function readLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** The choices, one a line, stored as they are typed. */
function Choices({ title, options, readOnly, onOptions }: ChoicesProps) {
  const stored = options.join('\n');
  // The text as it was typed, for as long as it says what is stored: an undo or the code view win over it.
  const [typed, setTyped] = useState({ text: stored, says: stored });
  const text = typed.says === stored ? typed.text : stored;
  return (
    <Textarea
      aria-label={`Choices of ${title}, one a line`}
      className="mt-2"
      rows={3}
      value={text}
      readOnly={readOnly}
      onChange={(event) => {
        const next = event.target.value;
        const lines = readLines(next);
        // Nothing left is free text again, but not before the field is left: it may be about to be written anew.
        setTyped({ text: next, says: lines.length === 0 ? stored : lines.join('\n') });
        if (lines.length > 0) onOptions(lines);
      }}
      onBlur={() => readLines(text).length === 0 && onOptions([])}
    />
  );
}
