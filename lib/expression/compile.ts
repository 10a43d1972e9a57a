// Templates and JSON of templates to closures: text is parsed once, names are found and lower-cased once, and what is
// constant stays a constant. A bad text compiles too, to a closure that says what is wrong when it is needed.
import type { JsonObject, JsonValue } from '../json';
import { toPointer } from '../json-pointer';
import { JsonTextError } from '../json-text-writer';
import { access } from './access';
import { type FunctionEntry, findFunction } from './catalogue';
import { ExpressionError, type TextRange } from './expression-error';
import { implementations } from './functions/all';
import { ArgumentFailure, checkLength, spend } from './functions/arguments';
import type { Evaluator, FunctionImplementation } from './functions/implementation';
import type { EvaluationScope } from './scope';
import type { CallExpression, Diagnostic, Expression } from './syntax';
import { type ExpressionPart, parseTemplate, type Template, type TextPart } from './template';
import { toText } from './to-text';
import { emptyObject, isValueObject, type Value } from './value';

export type { Evaluator } from './functions/implementation';

/** Compiles one string of a definition. */
export function compileTemplate(text: string): Evaluator {
  return compileParsed(parseTemplate(text));
}

/** Compiles a parsed template. */
function compileParsed(template: Template): Evaluator {
  if (template.kind === 'literal') return constant(template.value);
  const fault = template.diagnostics[0];
  if (fault) return faulty(fault);
  if (template.kind === 'expression') return compileOptional(template.expression);
  return compileInterpolation(template.parts);
}

/**
 * Compiles a JSON value in which every string and every name is a template. Numbers that were read exactly (`Double`,
 * bigint) are constants like the others.
 */
export function compileJson(json: JsonValue): Evaluator {
  const compiled = compileNode(json, '');
  return compiled ?? constant(json);
}

/** True where a string is more than itself. */
export function isTemplate(text: string): boolean {
  return text.includes('@') && parseTemplate(text).kind !== 'literal';
}

function constant(value: Value): Evaluator {
  return () => value;
}

function faulty(fault: Diagnostic): Evaluator {
  return () => {
    throw new ExpressionError(fault.code, fault.message, { start: fault.start, end: fault.end });
  };
}

// Undefined means: constant as it stands.
function compileNode(json: JsonValue, pointer: string): Evaluator | undefined {
  if (typeof json === 'string') return compileString(json, pointer);
  if (Array.isArray(json)) {
    const items = json.map((item, index) => compileNode(item, `${pointer}/${index}`));
    if (items.every((item) => item === undefined)) return undefined;
    const evaluators = items.map((item, index) => item ?? constant(json[index] ?? null));
    return (scope) => evaluators.map((evaluate) => evaluate(scope));
  }
  return isValueObject(json) ? compileObject(json as JsonObject, pointer) : undefined;
}

function compileString(text: string, pointer: string): Evaluator | undefined {
  if (!text.includes('@')) return undefined;
  const template = parseTemplate(text);
  if (template.kind === 'literal') return template.value === text ? undefined : constant(template.value);
  const evaluate = compileParsed(template);
  return (scope) => {
    try {
      return evaluate(scope);
    } catch (error) {
      if (error instanceof ExpressionError) error.pointer = pointer;
      throw error;
    }
  };
}

function compileObject(json: Record<string, JsonValue>, pointer: string): Evaluator | undefined {
  let dynamic = false;
  const members = Object.entries(json).map(([name, value]) => {
    const at = pointer + toPointer([name]);
    const evaluateName = compileString(name, at);
    const evaluate = compileNode(value, at);
    if (evaluateName || evaluate) dynamic = true;
    return { name, evaluateName, evaluate: evaluate ?? constant(value) };
  });
  if (!dynamic) return undefined;
  return (scope) => {
    const object = emptyObject();
    for (const { name, evaluateName, evaluate } of members) {
      object[evaluateName ? toText(evaluateName(scope)) : name] = evaluate(scope);
    }
    return object;
  };
}

function compileInterpolation(parts: readonly (TextPart | ExpressionPart)[]): Evaluator {
  const pieces = parts.map((part) => {
    if (part.kind === 'text') return part.value;
    const evaluate = compileOptional(part.expression);
    return (scope: EvaluationScope) => at(part, () => toText(evaluate(scope)));
  });
  return (scope) => {
    let text = '';
    for (const piece of pieces) {
      const added = typeof piece === 'string' ? piece : piece(scope);
      checkLength(text.length + added.length);
      text += added;
    }
    return text;
  };
}

function compileOptional(expression: Expression | undefined): Evaluator {
  return expression ? compileExpression(expression) : constant(null);
}

/** Compiles a syntax tree that has no diagnostics. */
export function compileExpression(expression: Expression): Evaluator {
  switch (expression.kind) {
    case 'literal':
      return constant(expression.value);
    case 'call':
      return compileCall(expression);
    case 'missing':
      return constant(null);
    case 'access': {
      const target = compileExpression(expression.target);
      const steps = expression.steps.map((step) => ({
        key: compileExpression(step.key),
        optional: step.optional,
        range: { start: step.start, end: step.end },
      }));
      const [only, another] = steps;
      if (only && !another && expression.steps[0]?.key.kind === 'literal') {
        const key = expression.steps[0].key.value;
        const { optional, range } = only;
        return (scope) => {
          const value = target(scope);
          try {
            return access(value, key, optional);
          } catch (error) {
            throw located(error, range);
          }
        };
      }
      return (scope) => {
        let value = target(scope);
        for (const step of steps) {
          const key = step.key(scope);
          try {
            value = access(value, key, step.optional);
          } catch (error) {
            throw located(error, step.range);
          }
        }
        return value;
      };
    }
  }
}

function compileCall(call: CallExpression): Evaluator {
  const entry = findFunction(call.name);
  const implementation = entry && implementations.get(entry.name.toLowerCase());
  if (!entry || !implementation) {
    const message = `There is no function '${call.name}'.`;
    return refusal('EXPR1100', message, { start: call.nameStart, end: call.nameEnd });
  }
  const count = call.arguments.length;
  if (count < entry.least || count > entry.most) {
    return refusal('EXPR1200', `${entry.name}() ${expectation(entry)}, not ${count}.`, call);
  }
  const given = call.arguments.map(compileExpression);
  return guarded(callOf(implementation, call, given), entry.name, call);
}

function callOf(
  implementation: FunctionImplementation,
  call: CallExpression,
  given: readonly Evaluator[],
): Evaluator {
  if (implementation.kind === 'lazy') {
    const all = [...given];
    return (scope) => implementation.call(all, scope);
  }
  const [first, second] = given;
  if (implementation.kind === 'named') {
    const literal = call.arguments[0];
    if (literal?.kind === 'literal' && typeof literal.value === 'string') {
      const shown = literal.value;
      const name = shown.toLowerCase();
      return (scope) => implementation.call(name, shown, scope);
    }
    return (scope) => {
      const shown = first ? first(scope) : null;
      if (typeof shown !== 'string') throw new ArgumentFailure(0, 'a name as text', 'something else');
      return implementation.call(shown.toLowerCase(), shown, scope);
    };
  }
  if (!first) return (scope) => implementation.call([], scope);
  if (given.length === 1) return (scope) => implementation.call([first(scope)], scope);
  if (given.length === 2 && second) {
    return (scope) => implementation.call([first(scope), second(scope)], scope);
  }
  return (scope) => {
    const values: Value[] = [];
    for (const evaluate of given) values.push(evaluate(scope));
    return implementation.call(values, scope);
  };
}

function guarded(evaluate: Evaluator, name: string, range: TextRange): Evaluator {
  return (scope) => {
    try {
      spend(scope, 1);
      return evaluate(scope);
    } catch (error) {
      throw located(error, range, name);
    }
  };
}

function refusal(code: string, message: string, range: TextRange): Evaluator {
  return () => {
    throw new ExpressionError(code, message, { start: range.start, end: range.end });
  };
}

function at<T>(range: TextRange, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw located(error, range);
  }
}

function expectation({ least, most }: FunctionEntry & { least: number; most: number }): string {
  const plural = (count: number) => `${count} value${count === 1 ? '' : 's'}`;
  if (least === most) return `takes ${least === 0 ? 'no values' : plural(least)}`;
  if (most === Number.POSITIVE_INFINITY) return `takes at least ${plural(least)}`;
  return `takes ${least} to ${plural(most)}`;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

// Gives a failure its place; anything that is not a failure of evaluation goes on as it is.
function located(error: unknown, range: TextRange, name = ''): unknown {
  if (error instanceof ExpressionError) {
    error.at ??= { start: range.start, end: range.end };
    return error;
  }
  const place = { start: range.start, end: range.end };
  if (error instanceof ArgumentFailure) {
    const which = ordinals[error.index] ?? `${error.index + 1}th`;
    const message = `The ${which} value of ${name}() must be ${error.expected}; it is ${error.found}.`;
    return new ExpressionError('EXPR1300', message, place);
  }
  if (error instanceof JsonTextError) return new ExpressionError('EXPR1502', error.message, place);
  if (error instanceof RangeError) {
    return new ExpressionError('EXPR1502', 'The result is too large or nested too deeply.', place);
  }
  return error;
}
