// How makers see an operation: in the step list, as a card, its fields, and the dynamic content it offers.
'use client';
import { BrandTile } from '@/components/ui/brand-tile';
import { Field, Input } from '@/components/ui/input';
import { listInputs } from '@/lib/connector/inputs';
import { operationLabel } from '@/lib/connector/label';
import type { Connector, Operation, OutputField } from '@/lib/connector/model';
import { listOutputs, outputResponse } from '@/lib/connector/outputs';
import { useEditor } from '../store/editor-context';

export function MakerPreview({ connector, operation }: { connector: Connector; operation: Operation }) {
  const name = useEditor((state) => state.name);
  const iconUrl = useEditor((state) => state.stored.iconUrl ?? undefined);
  const label = operationLabel(operation);
  const inputs = listInputs(connector, operation).filter((input) => input.visibility !== 'internal');
  const outputs = outputResponse(operation)?.schema ? listOutputs(connector, operation) : [];
  const tile = (size: 20 | 32) => (
    <BrandTile name={name} color={connector.brandColor} iconUrl={iconUrl} size={size} />
  );
  const first = inputs.find((input) => input.required) ?? inputs[0];

  return (
    <div className="grid gap-4">
      <h2 className="text-body">How makers see it</h2>
      {operation.visibility === 'internal' ? (
        <p className="text-ink3">
          They do not: internal operations are never listed. Dropdowns may still call it.
        </p>
      ) : (
        <>
          <Part title="In the step list">
            <div className="flex gap-2 rounded-control bg-hover p-2">
              {tile(20)}
              <div className="min-w-0">
                <p className="font-semibold">{label}</p>
                <p className="text-small text-ink3">{operation.description || 'No description'}</p>
              </div>
            </div>
          </Part>
          <Part title="As a step">
            <div className="flex items-center gap-3 rounded-card border border-line bg-surface p-3 shadow-card">
              {tile(32)}
              <div className="min-w-0">
                <p className="truncate font-semibold">{label}</p>
                <p className="truncate text-small text-ink3">
                  {name}
                  {first ? ` · ${first.label} not set` : ''}
                </p>
              </div>
            </div>
          </Part>
          {inputs.length > 0 && (
            <Part title={inputs.length === 1 ? 'Its field' : 'Its fields'}>
              <div className="grid gap-3" inert>
                {inputs.slice(0, 8).map((input) => (
                  <Field key={input.key} label={input.label} required={input.required}>
                    <Input
                      readOnly
                      className="bg-surface!"
                      placeholder={input.description || 'No description'}
                      value={input.default === undefined ? '' : String(input.default)}
                    />
                  </Field>
                ))}
                {inputs.length > 8 && <p className="text-small text-ink3">and {inputs.length - 8} more</p>}
              </div>
            </Part>
          )}
          <Part title="Dynamic content">
            {outputs.length === 0 ? (
              <p className="text-ink3">None. This operation does not describe its output.</p>
            ) : (
              <ul className="grid gap-0.5">
                {outputs.slice(0, 6).map((output) => (
                  <Output key={output.path.join('/')} output={output} depth={0} />
                ))}
              </ul>
            )}
          </Part>
        </>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="grid gap-1">
      <h3 className="text-small font-medium text-ink3">{title}</h3>
      {children}
    </section>
  );
}

function Output({ output, depth }: { output: OutputField; depth: number }) {
  return (
    <>
      <li className="flex gap-2" style={{ paddingLeft: depth * 12 }}>
        <span className="truncate">{output.label}</span>
        <span className="text-small text-ink3">{output.type}</span>
      </li>
      {depth < 2 &&
        output.children
          .slice(0, 12)
          .map((child) => <Output key={child.path.join('/')} output={child} depth={depth + 1} />)}
    </>
  );
}
