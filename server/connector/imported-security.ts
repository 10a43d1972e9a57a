// How the file that a connector was last imported from says its calls are signed, for the screen that says so.
import type { ConnectorSecurity } from '@/lib/connector/model';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { listSecurityChoices } from '@/lib/connector/read/security-scheme-object';
import { isJsonObject, type JsonObject, ownProperty } from '@/lib/json';

/** Every way the file declares; none where there was no file, or it declares none. */
export function listImportedSecurity(sourceText: string | null): ConnectorSecurity[] {
  const document = sourceText === null ? undefined : readText(sourceText);
  if (document === undefined) return [];
  // Only where the schemes stand matters here, and that is the same in 3.0 and 3.1.
  const dialect = ownProperty(document, 'openapi') === undefined ? '2.0' : '3.0';
  return listSecurityChoices(document, dialect).map(({ security }) => security);
}

/** Most files are plain JSON, and then a definition's checks and repairs (a tenth of a second for 1 MB) are not needed. */
function readText(sourceText: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(sourceText);
    return isJsonObject(value) ? value : undefined;
  } catch {
    const parsed = parseDefinition(sourceText);
    return parsed.ok ? parsed.document : undefined;
  }
}
