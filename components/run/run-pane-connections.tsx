// First step of the Run flow pane: the connections that what will run uses.
'use client';
import { Button, ButtonLink } from '@/components/ui/button';
import { isBroken, UsedConnection, type UsedConnectionView } from './used-connection';

interface RunPaneConnectionsProps {
  flowId: string;
  connections: readonly UsedConnectionView[];
  /** Opens a step of the flow where the pane stands beside it; elsewhere a link leads to the designer. */
  onShowStep: ((name: string) => void) | undefined;
  onContinue(): void;
  onCancel(): void;
}

export function RunPaneConnections(props: RunPaneConnectionsProps) {
  const { flowId, connections, onShowStep, onContinue, onCancel } = props;
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
        <h3 className="mb-2 font-semibold">This flow uses</h3>
        {connections.length === 0 && (
          <p className="text-ink2">No connections. Nothing needs to be signed in for this run.</p>
        )}
        <ul className="flex flex-col gap-2">
          {connections.map((connection) => (
            <li
              key={connection.key}
              className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-line px-3 py-2.5"
            >
              <UsedConnection connection={connection}>
                <Mend flowId={flowId} connection={connection} onShowStep={onShowStep} />
              </UsedConnection>
            </li>
          ))}
        </ul>
      </div>
      <footer className="flex gap-2 border-t border-line px-4 py-3">
        <Button variant="primary" onClick={onContinue}>
          Continue
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </footer>
    </>
  );
}

interface MendProps {
  flowId: string;
  connection: UsedConnectionView;
  onShowStep: ((name: string) => void) | undefined;
}

/** What mends a broken connection: new values for it, or another choice in the step. */
function Mend({ flowId, connection: { id, state, step }, onShowStep }: MendProps) {
  if (!isBroken(state)) return null;
  if (state === 'failing')
    return (
      <ButtonLink href={id === undefined ? '/connections' : `/connections?fix=${id}`} size="small">
        Fix connection
      </ButtonLink>
    );
  if (onShowStep)
    return (
      <Button size="small" onClick={() => onShowStep(step)}>
        Show the step
      </Button>
    );
  return (
    <ButtonLink href={`/flows/${flowId}/edit?action=${encodeURIComponent(step)}`} size="small">
      Show the step
    </ButtonLink>
  );
}
