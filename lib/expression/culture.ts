// What a culture writes: number symbols, date names and date pictures, taken from Intl (CLDR) and shaped as .NET does.
// The invariant culture, named '', is our own table.
import { ExpressionError } from './expression-error';

export interface NumberSymbols {
  decimal: string;
  group: string;
  minus: string;
  percent: string;
  perMille: string;
  notANumber: string;
  infinity: string;
}

export const invariantNumberSymbols: NumberSymbols = {
  decimal: '.',
  group: ',',
  minus: '-',
  percent: '%',
  perMille: '‰',
  notANumber: 'NaN',
  infinity: 'Infinity',
};

/** The name as Intl knows it, '' for the invariant culture. Throws where it is no culture name. */
function cultureName(name: string): string {
  if (name === '') return '';
  try {
    const canonical = Intl.getCanonicalLocales(name)[0] ?? '';
    if (Intl.DateTimeFormat.supportedLocalesOf(canonical).length > 0) return canonical;
  } catch {
    // Not well formed: said below.
  }
  throw new ExpressionError('EXPR1405', `'${name}' is not a known locale, such as en-US or fr-FR.`);
}

function remember<T>(make: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const made = make(name);
    if (known.size > 200) known.clear();
    known.set(name, made);
    return made;
  };
}

/** Number symbols of a culture. */
export const numberSymbols = remember((name: string): NumberSymbols => {
  const culture = cultureName(name);
  if (culture === '') return invariantNumberSymbols;
  const parts = new Intl.NumberFormat(culture, {
    minimumFractionDigits: 1,
    numberingSystem: 'latn',
  }).formatToParts(-1234567.5);
  const part = (type: string) => parts.find((entry) => entry.type === type)?.value;
  return {
    decimal: part('decimal') ?? '.',
    group: part('group') ?? ',',
    minus: (part('minusSign') ?? '-').replace(/[\u200e\u200f]/g, ''),
    percent: '%',
    perMille: '‰',
    notANumber: 'NaN',
    infinity: '∞',
  };
});

export interface DateNames {
  days: string[];
  shortDays: string[];
  months: string[];
  shortMonths: string[];
  /** Months as they stand beside a day (genitive where the language has one). */
  monthsOfDay: string[];
  shortMonthsOfDay: string[];
  am: string;
  pm: string;
  era: string;
}

export interface DatePictures {
  shortDate: string;
  longDate: string;
  shortTime: string;
  longTime: string;
  monthDay: string;
  yearMonth: string;
  dateSeparator: string;
  timeSeparator: string;
}

export interface DateCulture {
  names: DateNames;
  pictures: DatePictures;
  /** Order of the three numbers in a short date. */
  order: 'mdy' | 'dmy' | 'ymd';
}

const invariantPictures: DatePictures = {
  shortDate: 'MM/dd/yyyy',
  longDate: 'dddd, dd MMMM yyyy',
  shortTime: 'HH:mm',
  longTime: 'HH:mm:ss',
  monthDay: 'MMMM dd',
  yearMonth: 'yyyy MMMM',
  dateSeparator: '/',
  timeSeparator: ':',
};

/** Date names and pictures of a culture. */
export const dateCulture = remember((name: string): DateCulture => {
  const culture = cultureName(name);
  const names = readNames(culture === '' ? 'en-US' : culture);
  if (culture === '') return { names, pictures: invariantPictures, order: 'mdy' };
  const pictures = readPictures(culture);
  const order = pictures.shortDate.replace(/[^yMd]/g, '').replace(/(.)\1+/g, '$1');
  return {
    names,
    pictures,
    order: order.startsWith('y') ? 'ymd' : order.startsWith('d') ? 'dmy' : 'mdy',
  };
});

function textOf(culture: string, date: Date, options: Intl.DateTimeFormatOptions, type?: string): string {
  const format = new Intl.DateTimeFormat(culture, {
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
    ...options,
  });
  if (!type) return format.format(date);
  return format.formatToParts(date).find((part) => part.type === type)?.value ?? '';
}

function readNames(culture: string): DateNames {
  const list = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index));
  // 2 January 2000 was a Sunday.
  const day = (index: number) => new Date(Date.UTC(2000, 0, 2 + index));
  const month = (index: number) => new Date(Date.UTC(2000, index, 15));
  const clock = (hour: number) => new Date(Date.UTC(2000, 0, 1, hour));
  return {
    days: list(7, (index) => textOf(culture, day(index), { weekday: 'long' })),
    shortDays: list(7, (index) => textOf(culture, day(index), { weekday: 'short' })),
    months: list(12, (index) => textOf(culture, month(index), { month: 'long' })),
    shortMonths: list(12, (index) => textOf(culture, month(index), { month: 'short' })),
    monthsOfDay: list(12, (index) =>
      textOf(culture, month(index), { month: 'long', day: 'numeric' }, 'month'),
    ),
    shortMonthsOfDay: list(12, (index) =>
      textOf(culture, month(index), { month: 'short', day: 'numeric' }, 'month'),
    ),
    am: textOf(culture, clock(9), { hour: 'numeric', hour12: true }, 'dayPeriod'),
    pm: textOf(culture, clock(21), { hour: 'numeric', hour12: true }, 'dayPeriod'),
    era: culture.startsWith('en')
      ? 'A.D.'
      : textOf(culture, day(0), { year: 'numeric', era: 'short' }, 'era'),
  };
}

// Reads a picture off a date whose day and month have one digit and whose hour shows the clock.
function readPicture(culture: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(Date.UTC(2009, 5, 5, 15, 4, 7));
  const format = new Intl.DateTimeFormat(culture, {
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
    ...options,
  });
  const early = new Date(Date.UTC(2009, 5, 5, 3, 4, 7));
  const earlyHour = format.formatToParts(early).find((part) => part.type === 'hour')?.value ?? '';
  const parts = format.formatToParts(date);
  return parts.map((part) => pictureOf(part, earlyHour)).join('');
}

function pictureOf(part: Intl.DateTimeFormatPart, earlyHour: string): string {
  switch (part.type) {
    case 'year':
      return 'yyyy';
    case 'month':
      if (!/^[0-9]+$/.test(part.value)) return 'MMMM';
      return part.value.length === 2 ? 'MM' : 'M';
    case 'day':
      return part.value.length === 2 ? 'dd' : 'd';
    case 'weekday':
      return 'dddd';
    case 'hour': {
      const letter = part.value === '15' ? 'H' : 'h';
      return earlyHour.length === 2 ? letter + letter : letter;
    }
    case 'minute':
      return 'mm';
    case 'second':
      return 'ss';
    case 'dayPeriod':
      return 'tt';
    default: {
      const literal = part.value.replace(/[\u00a0\u202f]/g, ' ');
      return /\p{L}/u.test(literal) ? literal.replace(/[^\s,.:/-]+/g, (word) => `'${word}'`) : literal;
    }
  }
}

/** What stands between two numbers: neither a letter nor a mark of the writing direction, which nobody sees. */
const separator = /[^\p{L}\p{Cf}\s]/u;

function readPictures(culture: string): DatePictures {
  const shortDate = readPicture(culture, { dateStyle: 'short' });
  const longTime = readPicture(culture, { timeStyle: 'medium' });
  return {
    shortDate,
    longDate: readPicture(culture, { dateStyle: 'full' }),
    shortTime: readPicture(culture, { timeStyle: 'short' }),
    longTime,
    monthDay: readPicture(culture, { month: 'long', day: 'numeric' }),
    yearMonth: readPicture(culture, { month: 'long', year: 'numeric' }),
    dateSeparator: separator.exec(shortDate)?.[0] ?? '/',
    timeSeparator: separator.exec(longTime)?.[0] ?? ':',
  };
}
