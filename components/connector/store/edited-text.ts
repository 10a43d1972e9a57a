// Reads a definition's text as it is edited. A text that an import would repair is wrong here: it can be corrected where
// it stands, and nothing is changed behind the cursor.
import { type ParsedDefinition, parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { syntaxProblem } from '@/lib/document/parse-json';
import type { Repair } from '@/lib/document/repair';
import { toCanonicalText } from '@/lib/document/text';
import type { JsonObject } from '@/lib/json';
import type { TextProblem } from './text-problem';

/** A text, and the document it says: the ground that a changed document is written into. */
export interface KeptText {
  text: string;
  says: JsonObject;
}

/** YAML may be pasted; what is kept is JSON. */
export function readEditedText(text: string): KeptText | { problems: TextProblem[] } {
  const parsed = parseDefinition(text);
  const syntax = findSyntaxProblem(text, parsed);
  if (syntax) return { problems: [syntax] };
  if (!parsed.ok) return { problems: parsed.problems };
  if (parsed.repairs.length > 0) return { problems: parsed.repairs.map(repairProblem) };
  const { document } = parsed;
  const { connector, problems } = readConnector(document);
  if (!connector) return { problems };
  return { text: parsed.format === 'json' ? text : toCanonicalText(document), says: document };
}

/** What is wrong with a text that is not JSON, in place of what an import would do about it. */
function findSyntaxProblem(text: string, parsed: ParsedDefinition): TextProblem | undefined {
  const isNearlyJson = parsed.ok
    ? parsed.format === 'json' && parsed.text !== text
    : parsed.problems.some(({ code }) => code === 'CONN1006');
  const broken = isNearlyJson ? syntaxProblem(text) : undefined;
  return broken && !broken.ok ? problemAt(broken.code, broken.message, broken.at) : undefined;
}

function repairProblem({ code, message, at }: Repair): TextProblem {
  return problemAt(code, message, at);
}

function problemAt(code: string, message: string, position: Repair['at']): TextProblem {
  const problem: TextProblem = { code, severity: 'error', at: '', message };
  if (!position) return problem;
  const { line, column } = position;
  return { ...problem, message: `Line ${line}, column ${column}: ${message}`, position };
}
