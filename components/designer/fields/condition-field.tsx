// A condition as rows: left, operator, right; groups joined by And or Or.
'use client';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import {
  type ConditionGroup,
  type ConditionOperator,
  type ConditionRow,
  conditionOperators,
  emptyConditionRow,
  isConditionRow,
  operandPath,
  readCondition,
  toCondition,
} from '@/lib/flow/condition';
import type { JsonValue } from '@/lib/json';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import type { BuiltInFieldProps } from '../inspector/built-in-fields';
import { conditionSentence } from './condition-sentence';
import { FieldMessage, useFieldNote } from './field-message';
import { JsonField } from './json-field';
import { TokenField } from './token-field';
import { type Gesture, useSetValue } from './use-set-value';

const deepest = 3;

/** Keys of the sides of all rows below `key`, as the checker names them. */
function operandKeys(group: ConditionGroup, key: string): string[] {
  return group.rows.flatMap((entry, index) => {
    const below = rowKey(group, key, index);
    if (!isConditionRow(entry)) return operandKeys(entry, below);
    return [operandKey(entry, below, 0), operandKey(entry, below, 1)];
  });
}

function rowKey(group: ConditionGroup, key: string, index: number): string {
  return group.bare ? key : `${key}/${group.join}/${index}`;
}

function operandKey(row: ConditionRow, key: string, side: 0 | 1): string {
  return [key, ...operandPath(row, side)].join('/');
}

export function ConditionField(props: BuiltInFieldProps) {
  const { step, field, value, readOnly } = props;
  const setValue = useSetValue(step);
  const group = readCondition(value);
  const inner = group ? operandKeys(group, field.key) : [];
  const note = useFieldNote({ step, field: field.key, inner });
  if (!group) {
    return typeof value === 'string' ? (
      <TokenField
        label={field.label}
        fieldKey={field.key}
        required
        text={value}
        readOnly={readOnly}
        shape={{ type: 'boolean' }}
        note={note}
        onText={(text, gesture) => setValue(field.path, text, gesture)}
      />
    ) : (
      <JsonField {...props} />
    );
  }
  return (
    <div data-field={field.key}>
      <p className="mb-2 text-ink2">{conditionSentence(group)}</p>
      <Group
        step={step}
        group={group}
        depth={1}
        readOnly={readOnly}
        fieldKey={field.key}
        onChange={(next, gesture) => setValue(field.path, toCondition(next), gesture)}
      />
      <FieldMessage note={note} />
    </div>
  );
}

interface GroupProps {
  step: string;
  group: ConditionGroup;
  depth: number;
  readOnly: boolean;
  fieldKey: string;
  onChange(group: ConditionGroup, gesture?: Gesture): void;
}

function Group({ step, group, depth, readOnly, fieldKey, onChange }: GroupProps) {
  const rows = group.rows;
  const put = (index: number, entry: ConditionRow | ConditionGroup | undefined, gesture?: Gesture) =>
    onChange(
      {
        ...group,
        rows: rows.flatMap((each, at) => (at === index ? (entry ? [entry] : []) : [each])),
      },
      gesture,
    );
  const append = (entry: ConditionRow | ConditionGroup) => onChange({ ...group, rows: [...rows, entry] });
  return (
    <div className={depth > 1 ? 'border-l-2 border-line pl-2.5' : ''}>
      <div className="flex flex-col gap-2.5">
        {rows.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a condition are told apart only by their place
          <div key={index} className="flex items-start gap-1">
            <div className="min-w-0 flex-1">
              {isConditionRow(entry) ? (
                <Row
                  step={step}
                  row={entry}
                  readOnly={readOnly}
                  fieldKey={rowKey(group, fieldKey, index)}
                  onChange={(row, gesture) => put(index, row, gesture)}
                />
              ) : (
                <Group
                  step={step}
                  group={entry}
                  depth={depth + 1}
                  readOnly={readOnly}
                  fieldKey={rowKey(group, fieldKey, index)}
                  onChange={(next, gesture) => put(index, next, gesture)}
                />
              )}
            </div>
            {!readOnly && rows.length > 1 && (
              <IconButton
                icon={<X aria-hidden="true" />}
                label={`Remove row ${index + 1}`}
                size="small"
                onClick={() => put(index, undefined)}
              />
            )}
          </div>
        ))}
      </div>
      {!readOnly && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {rows.length > 1 && (
            <Segmented
              label="How the rows are joined"
              value={group.join}
              onValueChange={(join) => onChange({ ...group, join })}
              options={[
                { value: 'and', label: 'And' },
                { value: 'or', label: 'Or' },
              ]}
            />
          )}
          <Button
            size="small"
            variant="ghost"
            icon={<Plus aria-hidden="true" />}
            onClick={() => append(emptyConditionRow)}
          >
            Add row
          </Button>
          {depth < deepest && (
            <Button
              size="small"
              variant="ghost"
              icon={<Plus aria-hidden="true" />}
              onClick={() => append({ join: group.join === 'and' ? 'or' : 'and', rows: [emptyConditionRow] })}
            >
              Add group
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

interface RowProps {
  step: string;
  row: ConditionRow;
  readOnly: boolean;
  fieldKey: string;
  onChange(row: ConditionRow, gesture?: Gesture): void;
}

function Row({ step, row, readOnly, fieldKey, onChange }: RowProps) {
  const operand = { step, row, readOnly, fieldKey, onChange };
  return (
    <div className="flex flex-col gap-1">
      <Operand {...operand} side={0} />
      <Select
        size="small"
        label="Operator"
        value={row.operator}
        disabled={readOnly}
        onValueChange={(operator) => onChange({ ...row, operator: operator as ConditionOperator })}
        options={conditionOperators}
      />
      <Operand {...operand} side={1} />
    </div>
  );
}

/** Typed numbers and yes/no compare as what they are. */
function operandValue(text: string): JsonValue {
  if (text === 'true' || text === 'false') return text === 'true';
  return toFieldValue(text, 'number') ?? '';
}

function Operand({ step, row, readOnly, fieldKey, onChange, side }: RowProps & { side: 0 | 1 }) {
  const key = operandKey(row, fieldKey, side);
  const [touched, setTouched] = useState(false);
  const note = useFieldNote({ step, field: key, touched });
  const name = side === 0 ? 'left' : 'right';
  return (
    <TokenField
      labelHidden
      label={side === 0 ? 'Left value' : 'Right value'}
      description={side === 0 ? 'Choose a value' : 'Value'}
      fieldKey={key}
      text={toFieldString(row[name])}
      shape={{ type: 'any' }}
      note={note}
      readOnly={readOnly}
      onBlur={() => setTouched(true)}
      onText={(text, gesture) => onChange({ ...row, [name]: operandValue(text) }, gesture)}
    />
  );
}
