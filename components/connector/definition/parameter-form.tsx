// Everything a maker can say about one input: texts, default, required, visibility, type, format, dropdown.
'use client';
import { Field, Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import {
  countUses,
  type InputChange,
  isRequiredInPlace,
  removeInput,
  setInput,
} from '@/lib/connector/edit/input';
import { dropdownOf, dropdownType } from '@/lib/connector/edit/input-schema';
import type { Connector, InputField, Operation, Visibility } from '@/lib/connector/model';
import type { Problem } from '@/lib/problem';
import { ProblemList } from '../problems/problem-list';
import { fieldNotes } from '../problems/problem-text';
import { DraftInput } from '../store/draft-text';
import { useEditorStore } from '../store/editor-context';
import { changeUndoably } from '../store/undoable';
import { DefaultField } from './default-field';
import { DropdownEditor } from './dropdown-editor';
import { convertOptions } from './dropdown-rows';
import { readTypedText, toTypedText } from './value-text';

const visibilities = ['none', 'advanced', 'internal', 'important'] as const satisfies Visibility[];
const types = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;
const formats: Record<string, string[]> = {
  string: ['', 'date', 'date-time', 'email', 'uri', 'uuid', 'byte', 'binary', 'html', 'password'],
  integer: ['', 'int32', 'int64'],
  number: ['', 'float', 'double'],
};

interface ParameterFormProps {
  connector: Connector;
  operation: Operation;
  input: InputField;
  problems: readonly Problem[];
}

export function ParameterForm({ connector, operation, input, problems }: ParameterFormProps) {
  const store = useEditorStore();
  const set = (label: string, change: InputChange) =>
    store.getState().change(`${input.pointer} ${label}`, setInput({ connector, operation, input, change }));
  const scope = `${input.key} `;
  const schema = input.path.length > 0 ? input.pointer : input.parameter.schemaPointer;
  const about = (at: string) => problems.filter((problem) => problem.at === at);
  const beside = new Set(
    [`${input.pointer}/x-ms-summary`, `${input.pointer}/description`, `${schema}/default`].flatMap(about),
  );
  const others = problems.filter((problem) => !beside.has(problem));
  const uses = countUses(connector, input);
  // A parameter of 2.0 outside the body has no type of objects.
  const fitting = types.filter(
    (type) => type !== 'object' || connector.dialect !== '2.0' || input.parameter.in === 'body',
  );

  return (
    <div className="grid gap-4 border-t border-line p-4 sm:grid-cols-2">
      {uses > 1 && (
        <p className="text-small text-ink2 sm:col-span-2">
          {uses} operations share this {input.path.length > 0 ? 'field' : 'parameter'}. What is changed here
          changes in all of them.
        </p>
      )}
      <Field label="Name" hint="It must match what the API expects.">
        <Input mono readOnly value={input.key} />
      </Field>
      <Field
        label={`Summary of ${scope}`}
        hint="The label makers see."
        {...fieldNotes(about(`${input.pointer}/x-ms-summary`))}
      >
        <DraftInput
          data-at={`${input.pointer}/x-ms-summary`}
          value={
            input.parameter.summary && input.path.length === 0 ? input.parameter.summary : summaryOf(input)
          }
          onCommit={(summary) => set('summary', { summary })}
        />
      </Field>
      <Field
        label={`Description of ${scope}`}
        hint="Becomes the placeholder."
        className="sm:col-span-2"
        {...fieldNotes(about(`${input.pointer}/description`))}
      >
        <DraftInput
          data-at={`${input.pointer}/description`}
          value={input.description}
          onCommit={(description) => set('description', { description })}
        />
      </Field>
      <DefaultField
        input={input}
        at={`${schema}/default`}
        problems={about(`${schema}/default`)}
        onSet={(value) => set('default', { default: value ?? null, clearDefault: value === undefined })}
      />
      <div className="flex items-end pb-1" data-at={`${input.pointer}/required`}>
        <Switch
          label="Is required"
          checked={isRequiredInPlace(connector, input)}
          disabled={input.parameter.in === 'path'}
          onCheckedChange={(required) => set('required', { required })}
        />
      </div>
      <div className="grid gap-1 sm:col-span-2" data-at={`${input.pointer}/x-ms-visibility`}>
        <span className="font-medium">Visibility</span>
        <Segmented
          label={`Visibility of ${scope}`}
          className="justify-self-start"
          value={input.visibility}
          onValueChange={(visibility) => set('visibility', { visibility })}
          options={visibilities.map((value) => ({ value, label: value }))}
        />
      </div>
      <Field label="Type">
        <Select
          value={input.type}
          onValueChange={(type) => set('type', changeType(input, type))}
          options={[...new Set([...fitting, input.type])].map((value) => ({ value, label: value }))}
        />
      </Field>
      <Field label="Format">
        <Select
          value={input.format ?? ''}
          onValueChange={(format) => set('format', { format })}
          options={[...new Set([...(formats[input.type] ?? ['']), input.format ?? ''])].map((value) => ({
            value,
            label: value === '' ? 'none' : value,
          }))}
        />
      </Field>
      <DropdownEditor
        key={input.key}
        options={dropdownOf(connector, input)}
        type={dropdownType(connector, input)}
        onChange={(options) => set('dropdown', { options })}
      />
      {others.length > 0 && (
        <div className="sm:col-span-2">
          <ProblemList problems={others} />
        </div>
      )}
      <div className="sm:col-span-2">
        <button
          type="button"
          className="font-semibold text-err hover:underline"
          onClick={() =>
            changeUndoably(store, {
              changes: removeInput({ connector, operation, input }),
              told: `Deleted ${input.key}.`,
            })
          }
        >
          Delete this input
        </button>
      </div>
    </div>
  );
}

/** Another type, with the default and the dropdown as values of it; what does not fit stays and is told. */
export function changeType({ default: value, options }: InputField, type: string): InputChange {
  const read = value === undefined ? undefined : readTypedText(toTypedText(value), type);
  return {
    type,
    ...(read && 'value' in read ? { default: read.value } : {}),
    ...(options ? { options: convertOptions(options, type) } : {}),
  };
}

/** The x-ms-summary of a body property; empty where the label is derived from the name. */
function summaryOf(input: InputField): string {
  const summary = input.schema['x-ms-summary'];
  return typeof summary === 'string' ? summary : '';
}
