// How a function is described: its signatures written the short way, one sentence, and examples that tests run.
import type { JsonObject, JsonValue } from '../../json';

export type FunctionGroupName =
  | 'string'
  | 'collection'
  | 'logical'
  | 'conversion'
  | 'math'
  | 'date-time'
  | 'workflow'
  | 'uri'
  | 'manipulation'
  | 'xml';

interface FunctionParameter {
  name: string;
  /** string, integer, number, boolean, array, object, any, timestamp, or several with ` | `. */
  type: string;
  optional?: boolean;
  /** May come any number of times. */
  many?: boolean;
}

interface FunctionSignature {
  parameters: FunctionParameter[];
  returns: string;
}

interface FunctionExample {
  /** Without the leading @. */
  expression: string;
  result: JsonValue;
  /** What the expression sees, in the form of a case's `inputs`. */
  inputs?: JsonObject;
}

export interface FunctionEntry {
  name: string;
  group: FunctionGroupName;
  signatures: FunctionSignature[];
  doc: string;
  examples: FunctionExample[];
  /** Fewest and most values of a call. */
  least: number;
  most: number;
}

interface FunctionText {
  /** `(text: string, start: integer, length?: integer) => string`; `...values: any` for any number. */
  signatures: string[];
  doc: string;
  examples: (readonly [expression: string, result: JsonValue, inputs?: JsonObject])[];
}

/** The entries of one group from their short form. */
export function describeFunctions(
  group: FunctionGroupName,
  functions: Record<string, FunctionText>,
): FunctionEntry[] {
  return Object.entries(functions).map(([name, text]) => {
    const signatures = text.signatures.map(readSignature);
    const counts = signatures.map(countParameters);
    return {
      name,
      group,
      signatures,
      doc: text.doc,
      examples: text.examples.map(([expression, result, inputs]) =>
        inputs ? { expression, result, inputs } : { expression, result },
      ),
      least: Math.min(...counts.map((count) => count.least)),
      most: Math.max(...counts.map((count) => count.most)),
    };
  });
}

function readSignature(text: string): FunctionSignature {
  const [inside = '', returns = 'any'] = text.slice(1).split(') => ');
  const parameters = inside
    .split(', ')
    .filter((part) => part !== '')
    .map((part): FunctionParameter => {
      const [written = '', type = 'any'] = part.split(': ');
      const many = written.startsWith('...');
      const optional = written.endsWith('?');
      const name = written.replace('...', '').replace('?', '');
      return { name, type, ...(optional && { optional }), ...(many && { many }) };
    });
  return { parameters, returns };
}

function countParameters(signature: FunctionSignature): { least: number; most: number } {
  const least = signature.parameters.filter((parameter) => !parameter.optional).length;
  const endless = signature.parameters.some((parameter) => parameter.many);
  return { least, most: endless ? Number.POSITIVE_INFINITY : signature.parameters.length };
}
