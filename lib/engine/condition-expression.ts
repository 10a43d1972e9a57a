// The expression of an If: a template, or the object form { "and": [{ "equals": ["@a", 1] }, …] }, turned into one
// syntax tree. In the object form a key is a function name and its value the list of arguments (or a single one).
import { compileExpression, compileTemplate, type Evaluator } from '../expression/compile';
import { ExpressionError } from '../expression/expression-error';
import type { CallExpression, Expression } from '../expression/syntax';
import { parseTemplate } from '../expression/template';
import { isJsonObject, type JsonValue } from '../json';

const nowhere = { start: 0, end: 0 };

/** Never throws; an expression that cannot be read fails when it is evaluated. */
export function compileCondition(condition: JsonValue | undefined): Evaluator {
  if (typeof condition === 'string') return compileTemplate(condition);
  if (typeof condition === 'boolean') return () => condition;
  try {
    return compileExpression(toCall(condition));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return () => {
      throw error;
    };
  }
}

function toCall(condition: JsonValue | undefined): CallExpression {
  const entries = isJsonObject(condition) ? Object.entries(condition) : [];
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1)
    throw new ExpressionError('EXPR1005', 'A condition names exactly one function, such as and, or, equals.');
  const [name, value] = entry;
  const given = Array.isArray(value) ? value : [value];
  return call(name, given.map(toArgument));
}

function toArgument(value: JsonValue): Expression {
  if (isJsonObject(value)) return toCall(value);
  if (Array.isArray(value))
    throw new ExpressionError('EXPR1005', 'A list cannot be an argument of a condition; use an expression.');
  if (typeof value !== 'string') return { kind: 'literal', value, ...nowhere };
  const template = parseTemplate(value);
  const fault = template.diagnostics[0];
  if (fault !== undefined)
    throw new ExpressionError(fault.code, fault.message, { start: fault.start, end: fault.end });
  switch (template.kind) {
    case 'literal':
      return { kind: 'literal', value: template.value, ...nowhere };
    case 'expression':
      return template.expression ?? { kind: 'missing', ...nowhere };
    case 'interpolation':
      return call(
        'concat',
        template.parts.map((part) =>
          part.kind === 'text'
            ? { kind: 'literal', value: part.value, ...nowhere }
            : (part.expression ?? { kind: 'missing', ...nowhere }),
        ),
      );
  }
}

function call(name: string, args: Expression[]): CallExpression {
  return { kind: 'call', name, nameStart: 0, nameEnd: 0, arguments: args, ...nowhere };
}
