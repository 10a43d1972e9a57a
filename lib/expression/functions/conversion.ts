// From one kind of value to another.
import { parseJsonText, toJsonText } from '../../json-text';
import { kindOf, toDecimal, toNumber } from '../arithmetic';
import { decodeBytes, encodeText } from '../base64';
import {
  binaryType,
  contentText,
  isXmlType,
  jsonType,
  mediaType,
  readContent,
  textContent,
  textType,
  toContent,
} from '../content';
import { invariantNumberSymbols, numberSymbols } from '../culture';
import { dataUriToContent, dataUriToText } from '../data-uri';
import { parseDecimal } from '../decimal';
import { fail, quote } from '../expression-error';
import { parseDouble } from '../number-text';
import { doubleOf, integerOf } from '../number-token';
import type { EvaluationScope } from '../scope';
import { toText } from '../to-text';
import { Double, isNumberValue, type Value } from '../value';
import { xmlTextToJson } from '../xml/xml-to-json';
import { checkLength, optionalTextAt, refuse, spend, textAt, valueAt } from './arguments';
import { type FunctionGroup, values } from './implementation';

const textPerStep = 1_024;

function toBoolean(given: Value[]): boolean {
  const value = valueAt(given, 0);
  if (typeof value === 'boolean') return value;
  if (isNumberValue(value)) return toNumber(value) !== 0;
  if (typeof value !== 'string') return refuse(given, 0, 'true, false, a number or text');
  const word = value.trim().toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : fail('EXPR1405', `${quote(value)} is neither true nor false.`);
}

function toFloat(given: Value[]): Value {
  const value = valueAt(given, 0);
  const locale = optionalTextAt(given, 1);
  if (isNumberValue(value)) {
    return kindOf(value) === 'double' ? value : doubleOf(toNumber(value));
  }
  if (typeof value !== 'string') return refuse(given, 0, 'a number or text');
  const symbols = locale === undefined ? invariantNumberSymbols : numberSymbols(locale);
  const style = { trailingSign: true, exponent: true, decimalPoint: true };
  const number = parseDouble(value, symbols, style);
  const infinite = locale === undefined && value.trimEnd().toLowerCase().endsWith('infinity');
  if (number === undefined || infinite) return fail('EXPR1405', `${quote(value)} is not a number.`);
  return doubleOf(number);
}

// Text goes through a double, as the public service has it: digits beyond 2^53 are rounded, NaN is the least int64.
function toInteger(given: Value[]): Value {
  const value = valueAt(given, 0);
  if (isNumberValue(value) && kindOf(value) === 'integer') return value as number | bigint;
  let number: number | undefined;
  if (isNumberValue(value)) number = toNumber(value);
  else if (typeof value === 'string') {
    const style = { trailingSign: false, exponent: true, decimalPoint: true };
    number = parseDouble(value, numberSymbols(optionalTextAt(given, 1) ?? ''), style);
  } else return refuse(given, 0, 'a number or text');
  if (number === undefined) return fail('EXPR1405', `${quote(String(value))} is not a whole number.`);
  if (Number.isNaN(number)) return -(2n ** 63n);
  if (!Number.isFinite(number) || number >= 2 ** 63 || number < -(2 ** 63)) {
    return fail('EXPR1403', 'The number does not fit into 64 bits.');
  }
  if (!Number.isInteger(number)) return fail('EXPR1405', `${quote(toText(value))} is not a whole number.`);
  return integerOf(BigInt(number));
}

function toExactDecimal(given: Value[]): Value {
  const value = valueAt(given, 0);
  if (isNumberValue(value)) return toDecimal(value);
  if (typeof value !== 'string') return refuse(given, 0, 'a number or text');
  return parseDecimal(value) ?? fail('EXPR1405', `${quote(value)} is not a decimal number.`);
}

function parseJson(given: Value[], scope: EvaluationScope): Value {
  const value = valueAt(given, 0);
  if (typeof value === 'string') return readJson(value, scope);
  const content = readContent(value);
  if (!content) return refuse(given, 0, 'JSON text or XML');
  if (isXmlType(content.type)) return xmlTextToJson(contentText(content));
  const media = mediaType(content.type);
  if (media === binaryType || media.endsWith('json') || media.startsWith('text/')) {
    return readJson(contentText(content), scope);
  }
  return fail('EXPR1406', `json() reads JSON or XML, not ${media}.`);
}

function readJson(text: string, scope: EvaluationScope): Value {
  spend(scope, Math.ceil(text.length / textPerStep));
  const result = parseJsonText(text);
  if (result.ok) return result.value;
  return fail(
    result.code === 'TooDeep' ? 'EXPR1502' : 'EXPR1407',
    `json() cannot read the text at line ${result.line}, column ${result.column}. ${result.message}`,
  );
}

function base64ToText(given: Value[]): string {
  const bytes = decodeBytes(textAt(given, 0));
  return bytes ? new TextDecoder().decode(bytes) : fail('EXPR1406', 'The text is not Base64.');
}

function toBase64(given: Value[]): string {
  const value = valueAt(given, 0);
  if (typeof value === 'string') {
    checkLength(value.length * 2);
    return encodeText(value);
  }
  const content = readContent(value);
  return content ? content.base64 : refuse(given, 0, 'text');
}

function toDataUri(given: Value[]): string {
  const value = valueAt(given, 0);
  if (value === null) return refuse(given, 0, 'a value other than null');
  const content = readContent(value);
  if (content) return `data:${content.type};base64,${content.base64}`;
  if (typeof value === 'string') return `data:${textType};base64,${encodeText(value)}`;
  return `data:${jsonType};base64,${encodeText(value instanceof Double ? toText(value) : toJsonText(value))}`;
}

const base64ToString = values(base64ToText);
const base64ToBinary = values((given) => {
  const text = textAt(given, 0);
  return decodeBytes(text) ? toContent(binaryType, text) : fail('EXPR1406', 'The text is not Base64.');
});
const toBinary = values((given) => {
  const value = valueAt(given, 0);
  return value === null
    ? refuse(given, 0, 'a value other than null')
    : textContent(binaryType, toText(value));
});
const dataUriToBinary = values((given) => dataUriToContent(textAt(given, 0)));

export const conversionImplementations: FunctionGroup = {
  array: values((given) => [valueAt(given, 0)]),
  base64: values(toBase64),
  encodeBase64: values(toBase64),
  base64ToString,
  decodeBase64: base64ToString,
  base64ToBinary,
  binary: toBinary,
  bool: values(toBoolean),
  dataUri: values(toDataUri),
  dataUriToBinary,
  decodeDataUri: dataUriToBinary,
  dataUriToString: values((given) => dataUriToText(textAt(given, 0))),
  decimal: values(toExactDecimal),
  float: values(toFloat),
  int: values(toInteger),
  json: values(parseJson),
  string: values((given) => toText(valueAt(given, 0))),
};
