// The fields of the selected step: those of its operation, or of the built-in it is.
'use client';
import { findBuiltInAction, findBuiltInTrigger, isConnectorType } from '@/lib/flow/built-in';
import { useStep } from '../step/use-step';
import { useDesigner } from '../store/designer-context';
import { BuiltInFields } from './built-in-fields';
import { ConnectorParameters } from './connector-parameters';

export function ParametersTab({ name }: { name: string }) {
  const step = useStep(name);
  const readOnly = useDesigner((state) => state.readOnly);
  if (!step) return null;
  const builtIn = findBuiltInAction(step) ?? findBuiltInTrigger(step);
  return (
    <div className="flex flex-col gap-4">
      {isConnectorType(step.type) ? (
        <ConnectorParameters name={name} step={step} readOnly={readOnly} />
      ) : builtIn ? (
        <BuiltInFields name={name} step={step} builtIn={builtIn} readOnly={readOnly} />
      ) : (
        <p className="text-ink2">
          {step.type === ''
            ? 'This step has no type, so it is not known what it does. Write its “type” in the Code tab.'
            : `Steps of type “${step.type}” are kept as they are and cannot run here. Their JSON is in the Code tab.`}
        </p>
      )}
    </div>
  );
}
