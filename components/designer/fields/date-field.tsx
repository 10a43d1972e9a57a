// A date, or a date and time: typed, chosen from a calendar, or a token. A moment says what it is here.
'use client';
import { Calendar } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { localTime, toIsoMoment } from './local-time';
import { TokenField, type TokenFieldProps } from './token-field';

interface DateFieldProps extends Omit<TokenFieldProps, 'shape' | 'multiline' | 'trailing' | 'hint'> {
  /** `date` or `date-time`. */
  format: string;
}

export function DateField({ format, ...props }: DateFieldProps) {
  const calendar = useRef<HTMLInputElement>(null);
  const isDay = format === 'date';
  return (
    <TokenField
      {...props}
      shape={{ type: 'string', format }}
      hint={isDay ? undefined : localTime(props.text)}
      trailing={
        <>
          <input
            ref={calendar}
            type={isDay ? 'date' : 'datetime-local'}
            tabIndex={-1}
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 right-16 w-px opacity-0"
            onChange={(event) => {
              const { value } = event.target;
              if (value !== '') props.onText(isDay ? value : toIsoMoment(value));
            }}
          />
          <IconButton
            size="small"
            icon={<Calendar aria-hidden="true" />}
            label={`Choose ${props.label} from a calendar`}
            onClick={() => calendar.current?.showPicker()}
          />
        </>
      }
    />
  );
}
