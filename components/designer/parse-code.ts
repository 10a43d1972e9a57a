// JSON that a person is typing: the value, or what is wrong and where.
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { FlowDefinition } from '@/lib/flow/definition';
import { isJsonObject, type JsonObject } from '@/lib/json';

interface CodeProblem {
  ok: false;
  message: string;
  from: number;
  to: number;
}

type ParsedCode = { ok: true; value: JsonObject } | CodeProblem;

/** Reads the definition of a flow. */
export function parseDefinitionCode(text: string): { ok: true; value: FlowDefinition } | CodeProblem {
  const parsed = parseJsonDocument(text);
  if (!parsed.ok) return parsed;
  const { triggers, actions } = parsed.value;
  if (isJsonObject(triggers) && isJsonObject(actions))
    return { ok: true, value: parsed.value as FlowDefinition };
  return { ok: false, message: 'A flow needs “triggers” and “actions”, both objects.', from: 0, to: 1 };
}

/** Reads a JSON object; comments and trailing commas are mistakes, as in a stored definition. */
function parseJsonDocument(text: string): ParsedCode {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first) {
    const line = text.slice(0, first.offset).split('\n').length;
    const words = printParseErrorCode(first.error)
      .replaceAll(/([A-Z])/g, ' $1')
      .trim()
      .toLowerCase();
    return {
      ok: false,
      message: `Line ${line}: ${words}.`,
      from: first.offset,
      to: first.offset + Math.max(1, first.length),
    };
  }
  if (!isJsonObject(value))
    return { ok: false, message: 'A definition is a JSON object.', from: 0, to: text.length };
  return { ok: true, value };
}
