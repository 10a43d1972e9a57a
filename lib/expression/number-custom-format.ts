// Custom .NET numeric formats: 0 # . , % ‰ E0 \ 'text' "text" and up to three sections (positive; negative; zero).

import { kindOf } from './arithmetic';
import type { NumberSymbols } from './culture';
import { digitsOf, keepDigits, keepPlaces, type NumberDigits, splitDigits } from './number-digits';
import type { NumberValue } from './value';

type Token =
  | { kind: 'literal'; text: string }
  | { kind: 'digit'; zero: boolean }
  | { kind: 'point' }
  | { kind: 'exponent'; letter: string; sign: string; least: number };

interface Section {
  tokens: Token[];
  /** Digit places before and after the point, and how many of each are sure to be shown. */
  wholeDigits: number;
  leastWhole: number;
  places: number;
  leastPlaces: number;
  grouped: boolean;
  /** Power of ten the number is multiplied by. */
  scale: number;
  exponent: boolean;
}

/** Formats a finite number by a custom format. */
export function formatCustomNumber(value: NumberValue, format: string, symbols: NumberSymbols): string {
  const sections = splitSections(format);
  // A double is written with fifteen digits at most here, as .NET does.
  const number = kindOf(value) === 'double' ? digitsOf(value, 15) : digitsOf(value);
  const negative = number.negative && number.digits !== '';
  const own = negative && sections.length > 1 && sections[1] !== '';
  const chosen = readSection(own ? (sections[1] ?? '') : (sections[0] ?? ''));
  const rounded = round(number, chosen);
  if (rounded.digits === '' && sections.length > 2 && sections[2]) {
    return write(rounded, readSection(sections[2]), symbols);
  }
  const text = write(rounded, chosen, symbols);
  return negative && !own && rounded.digits !== '' ? symbols.minus + text : text;
}

function splitSections(format: string): string[] {
  const sections: string[] = [''];
  let quote = '';
  for (let at = 0; at < format.length; at += 1) {
    const character = format.charAt(at);
    if (quote === '' && character === ';') {
      sections.push('');
      continue;
    }
    let taken = character;
    if (character === '\\') {
      at += 1;
      taken += format.charAt(at);
    } else if (character === quote) quote = '';
    else if (quote === '' && (character === "'" || character === '"')) quote = character;
    sections[sections.length - 1] += taken;
  }
  return sections;
}

const exponentPattern = /[eE]([-+]?)(0+)/y;

function readSection(format: string): Section {
  const tokens: Token[] = [];
  const section: Section = {
    tokens,
    wholeDigits: 0,
    leastWhole: 0,
    places: 0,
    leastPlaces: 0,
    grouped: false,
    scale: 0,
    exponent: false,
  };
  let afterPoint = false;
  let commas = 0;
  let firstZero = -1;
  for (let at = 0; at < format.length; at += 1) {
    const character = format.charAt(at);
    exponentPattern.lastIndex = at;
    const exponent = /[eE]/.test(character) ? exponentPattern.exec(format) : null;
    if (exponent) {
      tokens.push({
        kind: 'exponent',
        letter: character,
        sign: exponent[1] ?? '',
        least: (exponent[2] ?? '').length,
      });
      section.exponent = true;
      at += exponent[0].length - 1;
    } else if (character === '0' || character === '#') {
      if (commas > 0 && !afterPoint && section.wholeDigits > 0) section.grouped = true;
      commas = 0;
      tokens.push({ kind: 'digit', zero: character === '0' });
      if (afterPoint) {
        section.places += 1;
        if (character === '0') section.leastPlaces = section.places;
      } else {
        section.wholeDigits += 1;
        if (character === '0' && firstZero < 0) firstZero = section.wholeDigits - 1;
      }
    } else if (character === '.') {
      if (afterPoint) continue;
      section.scale -= 3 * commas;
      commas = 0;
      afterPoint = true;
      tokens.push({ kind: 'point' });
    } else if (character === ',') {
      if (!afterPoint) commas += 1;
    } else if (character === '\\') {
      at += 1;
      tokens.push({ kind: 'literal', text: format.charAt(at) });
    } else if (character === "'" || character === '"') {
      const end = format.indexOf(character, at + 1);
      tokens.push({ kind: 'literal', text: format.slice(at + 1, end < 0 ? undefined : end) });
      at = end < 0 ? format.length : end;
    } else {
      if (character === '%') section.scale += 2;
      if (character === '‰') section.scale += 3;
      tokens.push({ kind: 'literal', text: character });
    }
  }
  section.scale -= 3 * commas;
  section.leastWhole = firstZero < 0 ? 0 : section.wholeDigits - firstZero;
  return section;
}

function round(number: NumberDigits, section: Section): NumberDigits {
  if (number.digits === '') return number;
  if (section.exponent) return keepDigits(number, section.wholeDigits + section.places);
  return keepPlaces({ ...number, point: number.point + section.scale }, section.places);
}

function write(number: NumberDigits, section: Section, symbols: NumberSymbols): string {
  const exponent = section.exponent && number.digits !== '' ? number.point - section.wholeDigits : 0;
  const shown = section.exponent
    ? { ...number, point: number.digits === '' ? 0 : section.wholeDigits }
    : number;
  const parts = splitDigits(shown, section.places);
  const whole = (parts.whole === '0' ? '' : parts.whole).padStart(section.leastWhole, '0');
  let fraction = parts.fraction;
  while (fraction.length > section.leastPlaces && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return writeTokens(section, { whole, fraction, exponent }, symbols);
}

interface Shown {
  whole: string;
  fraction: string;
  exponent: number;
}

function writeTokens(section: Section, shown: Shown, symbols: NumberSymbols): string {
  let text = '';
  let seenWhole = 0;
  let seenPlaces = 0;
  let written = 0;
  let afterPoint = false;
  const { whole, fraction } = shown;
  const digit = () => {
    const left = whole.length - written;
    const grouped = section.grouped && written > 0 && left % 3 === 0;
    text += (grouped ? symbols.group : '') + whole.charAt(written);
    written += 1;
  };
  for (const token of section.tokens) {
    if (token.kind === 'literal') text += token.text === '%' ? symbols.percent : token.text;
    else if (token.kind === 'point') {
      afterPoint = true;
      if (fraction !== '') text += symbols.decimal;
    } else if (token.kind === 'exponent') text += writeExponent(token, shown.exponent);
    else if (afterPoint) {
      text += fraction.charAt(seenPlaces);
      seenPlaces += 1;
    } else {
      // Digits that have no place of their own stand before the first one.
      const placesLeft = section.wholeDigits - seenWhole;
      while (whole.length - written > placesLeft) digit();
      if (whole.length - written === placesLeft) digit();
      seenWhole += 1;
    }
  }
  return text;
}

function writeExponent(token: Token & { kind: 'exponent' }, exponent: number): string {
  const sign = exponent < 0 ? '-' : token.sign === '+' ? '+' : '';
  return `${token.letter}${sign}${String(Math.abs(exponent)).padStart(token.least, '0')}`;
}
