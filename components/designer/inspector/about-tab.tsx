// What a step is: its operation, method and path, or the built-in; and the name expressions call it by.
'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { findBuiltInAction, findBuiltInTrigger } from '@/lib/flow/built-in';
import { findStepOperation } from '../step/step-face';
import { useStep } from '../step/use-step';
import { useCatalog, useDesigner } from '../store/designer-context';

export function AboutTab({ name }: { name: string }) {
  const step = useStep(name);
  const references = useDesigner((state) => state.flow.connectionReferences);
  const catalog = useCatalog();
  if (!step) return null;
  const found = findStepOperation(step, references, catalog);
  const builtIn = findBuiltInAction(step) ?? findBuiltInTrigger(step);
  return (
    <dl className="grid grid-cols-[104px_1fr] gap-x-3 gap-y-2">
      {found && (
        <>
          <Line label="Description">{found.operation.description || found.operation.summary || 'None.'}</Line>
          <Line label="Operation">
            <code>{found.operation.id}</code>
          </Line>
          <Line label="Request">
            <code className="break-all">
              {found.operation.method} {found.operation.path}
            </code>
          </Line>
          <Line label="Connector">
            <Link
              className="text-accent underline underline-offset-2"
              href={`/connectors/${found.entry.id}/edit/general`}
            >
              {found.entry.name}
            </Link>
            , version {found.entry.version}
          </Line>
        </>
      )}
      {builtIn && <Line label="Description">{builtIn.description}</Line>}
      <Line label="Type">
        <code>{step.type}</code>
      </Line>
      <Line label="Name in code">
        <code className="break-all">{name}</code>
      </Line>
    </dl>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink3">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
