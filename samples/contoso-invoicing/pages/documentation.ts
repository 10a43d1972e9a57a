// The documentation, written from the definition itself.
import { listOperations, type SwaggerOperation } from '../openapi';
import { swaggerDocument } from '../swagger';
import type { Answer } from '../types';
import { escapeHtml, page } from './layout';

type Schema = {
  $ref?: string;
  type?: string;
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
};

function typeText(schema: Schema): string {
  if (schema.$ref) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if (schema.type === 'array') return `list of ${typeText(schema.items ?? {})}`;
  return [schema.type ?? 'any', schema.format ? `(${schema.format})` : ''].join(' ').trim();
}

function table(head: string[], rows: string[][]): string {
  const cells = (row: string[], tag: string) => row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
  return `<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${body}</tbody></table>`;
}

function operationHtml(path: string, method: string, operation: SwaggerOperation): string {
  const parameters = (operation.parameters ?? []).map((parameter) => [
    `<code>${escapeHtml(parameter.name)}</code>`,
    parameter.in,
    escapeHtml(typeText(parameter.schema ?? parameter)),
  ]);
  const responses = Object.entries(operation.responses).map(([status, response]) => [
    status,
    escapeHtml(response.description),
    response.schema ? escapeHtml(typeText(response.schema)) : 'JSON',
  ]);
  const asked =
    parameters.length > 0
      ? table(['Parameter', 'In', 'Type'], parameters)
      : '<p class="soft">No parameters.</p>';
  return `<details class="operation"><summary><span class="method ${method}">${method.toUpperCase()}</span>
<code>${escapeHtml(path)}</code> <span class="soft">${escapeHtml(operation.operationId)}</span></summary>
<div><p>${escapeHtml(operation.description || operation.summary)}</p>
${asked}
${table(['Status', 'Meaning', 'Body'], responses)}</div></details>`;
}

export function documentationPage(host: string): Answer {
  const operations = listOperations(host).map((entry) =>
    operationHtml(entry.path, entry.method, entry.operation),
  );
  const schemas: Record<string, Schema> = swaggerDocument(host).definitions;
  const models = Object.entries(schemas).map(([name, schema]) => {
    const rows = Object.entries(schema.properties ?? {}).map(([property, value]) => [
      `<code>${escapeHtml(property)}</code>`,
      escapeHtml(typeText(value)),
    ]);
    return `<details class="operation"><summary><code>${escapeHtml(name)}</code></summary><div>${table(['Property', 'Type'], rows)}</div></details>`;
  });
  return page(
    'Documentation',
    `<p>Send your key with every call in the header <code>X-API-KEY</code>. Without a valid key the answer is 401.</p>
<pre tabindex="0" role="group" aria-label="Example call">curl -H 'X-API-KEY: …' http://${escapeHtml(host)}/ListInvoices</pre>
<p>The same description as a file: <a href="/swagger.json">OpenAPI 2.0</a> or <a href="/openapi.json">OpenAPI 3.1</a>.</p>
<h2>Operations</h2>
${operations.join('\n')}
<h2>Schemas</h2>
${models.join('\n')}`,
  );
}
