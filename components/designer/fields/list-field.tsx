// A list as rows, each with the editor of its type; or one token that is a whole list, or JSON.
'use client';
import { Plus } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { type DescribedSchema, itemPart } from '@/lib/connector/field-details';
import type { JsonValue } from '@/lib/json';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import { FieldLabel } from './field-label';
import { FieldMessage, useFieldNote } from './field-message';
import type { EditedField, InputFieldEditorProps } from './input-field-editor';
import { emptyItem, movedItem } from './list-items';
import { ListRow } from './list-row';
import { TextSwitch } from './text-switch';
import { TokenField } from './token-field';
import type { SetValue } from './use-set-value';

export interface ListFieldProps {
  step: string;
  field: EditedField;
  described: DescribedSchema;
  path: string[];
  value: JsonValue | undefined;
  readOnly: boolean;
  setValue: SetValue;
  depth: number;
  /** The editor of an item. */
  drawPart(part: InputFieldEditorProps): ReactNode;
  /** It was changed or left once. */
  touched: boolean;
  onBlur(): void;
}

export function ListField(props: ListFieldProps) {
  const { step, field, described, path, value, readOnly, setValue, depth } = props;
  const part = itemPart(described);
  const items = Array.isArray(value) ? value : [];
  const keyOf = (index: number) => `${field.key}/${index}`;
  const note = useFieldNote({
    step,
    field: field.key,
    touched: props.touched,
    inner: items.map((_, index) => keyOf(index)),
  });
  const isOther = value !== undefined && !Array.isArray(value);
  const [chosen, setChosen] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const dragged = useRef<number>(undefined);
  const asText = chosen || isOther;
  const toggle = readOnly ? undefined : (
    <TextSwitch
      asText={asText}
      words={['Use a whole list', 'Enter items one by one']}
      onSwitch={() => {
        if (asText && isOther) setValue(path, undefined);
        setChosen(!asText);
      }}
    />
  );

  if (asText || !part) {
    return (
      <TokenField
        fieldKey={field.key}
        label={field.label}
        description={field.description}
        placeholder="A list from an earlier step, or JSON"
        required={field.required}
        aside={toggle}
        note={note}
        readOnly={readOnly}
        multiline
        autoFocus={chosen && !isOther}
        text={toFieldString(value)}
        shape={{ type: 'array' }}
        onBlur={props.onBlur}
        onText={(text, gesture) => {
          setChosen(true);
          setValue(path, toFieldValue(text, 'array'), gesture);
        }}
      />
    );
  }

  /** An item that was emptied keeps its row. */
  const setItem: SetValue = (at, next, gesture) => {
    const isWhole = at.length === path.length + 1;
    setValue(at, next === undefined && isWhole ? emptyItem(part.type) : next, gesture);
  };

  function focusRow(index: number, control: string) {
    requestAnimationFrame(() => {
      const row = area.current?.querySelectorAll<HTMLElement>(':scope > [data-row]')[index];
      row?.querySelector<HTMLElement>(control)?.focus();
    });
  }

  const add = () => {
    setValue(path, [...items, emptyItem(part.type)]);
    focusRow(items.length, '[contenteditable="true"], button[role="combobox"], button[role="radio"]');
  };

  function move(from: number, to: number) {
    if (to < 0 || to >= items.length) return;
    setValue(path, movedItem(items, from, to));
    focusRow(to, '[data-handle]');
    announce(`Moved to place ${to + 1} of ${items.length}.`);
  }

  function remove(index: number) {
    const left = items.filter((_, at) => at !== index);
    setValue(path, left.length === 0 ? undefined : left);
    announce(`Removed. ${left.length} left.`);
  }

  return (
    <div data-field={field.key}>
      <FieldLabel
        label={field.label}
        required={field.required}
        description={field.description}
        aside={toggle}
      />
      <div ref={area} className="flex flex-col gap-1.5">
        {items.map((item, index) => (
          <ListRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a list are told apart only by their place
            key={index}
            name={`${field.label} ${index + 1}`}
            fieldKey={keyOf(index)}
            item={item}
            index={index}
            folds={part.type === 'object' || part.type === 'array'}
            readOnly={readOnly}
            dragged={dragged}
            onMove={move}
            onRemove={() => remove(index)}
          >
            {props.drawPart({
              step,
              field: { ...part, key: keyOf(index), label: `${field.label} ${index + 1}`, required: false },
              path: [...path, String(index)],
              value: item,
              readOnly,
              setValue: setItem,
              depth: depth + 1,
              labelHidden: true,
            })}
          </ListRow>
        ))}
      </div>
      {!readOnly && (
        <Button
          size="small"
          variant="ghost"
          className={items.length > 0 ? 'mt-1.5' : ''}
          icon={<Plus aria-hidden="true" />}
          onClick={add}
        >
          Add {items.length === 0 ? 'an item' : 'another'}
        </Button>
      )}
      <FieldMessage note={note} />
    </div>
  );
}
