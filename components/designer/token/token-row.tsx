// One row of the picker: a step, a token with its type and value, or what unfolds more of them.
'use client';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { cx } from '@/components/ui/class-names';
import { clockText } from '@/components/ui/units';
import { conversionFor } from '@/lib/token/conversion';
import type { FieldShape } from '@/lib/token/fit';
import type { Token } from '@/lib/token/token';
import { StepTile } from '../step/step-tile';
import type { LastValues } from './last-values';
import type { PickerRow } from './picker-rows';
import { useTokens } from './token-context';
import { typeWord } from './type-word';

function kindOf(token: Token, values: LastValues): string {
  if (token.type !== 'array') return typeWord(token);
  const length = values.lengthOf(token);
  return length === undefined ? 'list' : `list of ${length}`;
}

interface TokenRowProps {
  row: PickerRow;
  /** What is searched; its letters are marked. */
  query: string;
  field: FieldShape;
  active: boolean;
  values: LastValues;
  onToggle(id: string): void;
  onChoose(row: PickerRow, asExpression: boolean): void;
}

export function TokenRow({ row, query, field, active, values, onToggle, onChoose }: TokenRowProps) {
  const { tileOf } = useTokens();
  if (row.kind === 'group') {
    const { group } = row;
    const isStep = group.kind === 'action' || group.kind === 'trigger';
    return (
      <div role="presentation" className="flex items-center gap-2 px-3 pt-2 pb-0.5 text-small">
        <StepTile tile={tileOf(group.kind, group.name)} size={14} />
        <span className="truncate font-semibold">{group.label}</span>
        {isStep && values.at !== undefined && (
          <span className="text-ink3">ran {clockText(values.at, false)}</span>
        )}
        <span className="tabular ml-auto text-ink3">
          {row.count === row.total ? row.count : `${row.count} of ${row.total}`}
        </span>
      </div>
    );
  }
  if (row.kind === 'undescribed') {
    return (
      <p className="truncate px-3 pl-8 text-small text-ink3">This operation does not describe its output.</p>
    );
  }
  const base = cx(
    'flex h-[26px] w-full items-center gap-2 pr-3 text-left text-small',
    active ? 'bg-hover shadow-[inset_2px_0_0_var(--color-ink)]' : 'hover:bg-hover',
  );
  const keepFocus = (event: React.MouseEvent) => event.preventDefault();
  if (row.kind === 'more' || row.kind === 'other') {
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the search field keeps the focus and moves the active row
      // biome-ignore lint/a11y/useKeyWithClickEvents: keys come from the search field
      <div
        role="option"
        aria-selected={active}
        className={cx(base, 'pl-3 text-ink2')}
        onMouseDown={keepFocus}
        onClick={() => onChoose(row, false)}
      >
        {row.kind === 'more' ? (
          <span className="pl-5">See more ({row.count})</span>
        ) : (
          <>
            {row.open ? <ChevronDown className="size-3!" /> : <ChevronRight className="size-3!" />}
            Other types ({row.count})
          </>
        )}
      </div>
    );
  }
  const { token, depth } = row;
  const conversion = conversionFor(token, field);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search field keeps the focus and moves the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys come from the search field
    <div
      role="option"
      aria-selected={active}
      className={base}
      style={{ paddingLeft: 14 + depth * 16 }}
      title={token.description}
      onMouseDown={keepFocus}
      onClick={(event) => onChoose(row, event.shiftKey)}
    >
      {token.children.length > 0 ? (
        <span
          aria-hidden="true"
          className="grid size-4 place-items-center"
          onClick={(event) => {
            event.stopPropagation();
            onToggle(token.key);
          }}
        >
          {row.open ? <ChevronDown className="size-3!" /> : <ChevronRight className="size-3!" />}
        </span>
      ) : (
        <span className="size-4" />
      )}
      <span className="flex min-w-0 flex-1 items-baseline gap-1.5">
        <span className={conversion ? 'max-w-full shrink-0 truncate' : 'truncate'}>
          <Marked text={token.label} query={query} />
        </span>
        {conversion && <span className="truncate text-ink3">{conversion.words}</span>}
      </span>
      <span className="w-20 shrink-0 truncate text-ink3">{kindOf(token, values)}</span>
      <TokenValue token={token} values={values} />
    </div>
  );
}

/** The value of the last run in ink, an example in grey. */
function TokenValue({ token, values }: { token: Token; values: LastValues }) {
  const text = token.type === 'array' ? undefined : values.textOf(token);
  const example = text === undefined && values.at === undefined ? token.example : undefined;
  return (
    <span
      title={example === undefined ? undefined : 'Example from the description of the output'}
      className={cx(
        'w-28 shrink-0 truncate text-right font-mono',
        example === undefined ? 'text-ink2' : 'text-ink3',
      )}
    >
      {text ?? (example === undefined ? '' : `e.g. ${example}`)}
    </span>
  );
}

/** A text with the first place of each searched word in bold. */
function Marked({ text, query }: { text: string; query: string }) {
  const [word] = query
    .toLowerCase()
    .split(/\s+/)
    .filter((each) => each !== '' && text.toLowerCase().includes(each));
  if (word === undefined) return text;
  const at = text.toLowerCase().indexOf(word);
  return (
    <>
      {text.slice(0, at)}
      <strong className="font-semibold">{text.slice(at, at + word.length)}</strong>
      {text.slice(at + word.length)}
    </>
  );
}
