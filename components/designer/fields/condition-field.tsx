// A condition as rows: left, operator, right; groups joined by And or Or.
'use client';
import { Plus, X } from 'lucide-react';
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
  readCondition,
  toCondition,
} from '@/lib/flow/condition';
import type { JsonValue } from '@/lib/json';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import type { BuiltInFieldProps } from '../inspector/built-in-fields';
import { conditionSentence } from './condition-sentence';
import { useFieldMessage, useSetValue } from './input-field-editor';
import { JsonField } from './json-field';
import { TokenField } from './token-field';

const deepest = 3;

export function ConditionField(props: BuiltInFieldProps) {
  const { step, field, value, readOnly } = props;
  const setValue = useSetValue(step);
  const message = useFieldMessage(step, field.key, true);
  const group = readCondition(value);
  if (!group) {
    return typeof value === 'string' ? (
      <TokenField
        label={field.label}
        fieldKey={field.key}
        required
        text={value}
        readOnly={readOnly}
        shape={{ type: 'boolean' }}
        error={message}
        onText={(text) => setValue(field.path, text)}
      />
    ) : (
      <JsonField {...props} />
    );
  }
  return (
    <div data-field={field.key}>
      <p className="mb-2 text-ink2">{conditionSentence(group)}</p>
      <Group
        group={group}
        depth={1}
        readOnly={readOnly}
        fieldKey={field.key}
        onChange={(next) => setValue(field.path, toCondition(next))}
      />
      {message && <p className="mt-1 text-small text-err">{message}</p>}
    </div>
  );
}

interface GroupProps {
  group: ConditionGroup;
  depth: number;
  readOnly: boolean;
  fieldKey: string;
  onChange(group: ConditionGroup): void;
}

function Group({ group, depth, readOnly, fieldKey, onChange }: GroupProps) {
  const rows = group.rows;
  const put = (index: number, entry: ConditionRow | ConditionGroup | undefined) =>
    onChange({
      ...group,
      rows: rows.flatMap((each, at) => (at === index ? (entry ? [entry] : []) : [each])),
    });
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
                  row={entry}
                  readOnly={readOnly}
                  fieldKey={`${fieldKey}/${index}`}
                  onChange={(row) => put(index, row)}
                />
              ) : (
                <Group
                  group={entry}
                  depth={depth + 1}
                  readOnly={readOnly}
                  fieldKey={`${fieldKey}/${index}`}
                  onChange={(next) => put(index, next)}
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
  row: ConditionRow;
  readOnly: boolean;
  fieldKey: string;
  onChange(row: ConditionRow): void;
}

/** Typed numbers and yes/no compare as what they are. */
function operandValue(text: string): JsonValue {
  if (text === 'true' || text === 'false') return text === 'true';
  return toFieldValue(text, 'number') ?? '';
}

function Row({ row, readOnly, fieldKey, onChange }: RowProps) {
  const operand = (side: 'left' | 'right', label: string) => (
    <TokenField
      labelHidden
      label={label}
      description={side === 'left' ? 'Choose a value' : 'Value'}
      fieldKey={`${fieldKey}/${side}`}
      text={toFieldString(row[side])}
      shape={{ type: 'any' }}
      readOnly={readOnly}
      onText={(text) => onChange({ ...row, [side]: operandValue(text) })}
    />
  );
  return (
    <div className="flex flex-col gap-1">
      {operand('left', 'Left value')}
      <Select
        size="small"
        label="Operator"
        value={row.operator}
        disabled={readOnly}
        onValueChange={(operator) => onChange({ ...row, operator: operator as ConditionOperator })}
        options={conditionOperators}
      />
      {operand('right', 'Right value')}
    </div>
  );
}
