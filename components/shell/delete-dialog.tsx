// Asks before something is deleted and names what depends on it.
'use client';
import Link from 'next/link';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { describeError } from '../ui/describe-error';
import { ErrorPanel } from '../ui/error-panel';
import { SeverityIcon } from '../ui/severity-icon';
import { Skeleton } from '../ui/skeleton';

interface DependentGroup {
  /** "Flows that use it" */
  label: string;
  items: readonly { id: string; name: string; href?: string | undefined }[];
}

export interface DeleteDialogProps {
  /** "connector" */
  what: string;
  name: string;
  /** Undefined while it loads, and where it could not be loaded. */
  dependents: readonly DependentGroup[] | undefined;
  /** The query that brings them. */
  lookup: { error: unknown; refetch: () => unknown };
  /** What happens to them: "These flows stop working." */
  consequence: string;
  /** Dependents forbid deleting; the consequence says what to do first. */
  blocking?: boolean | undefined;
  /** Said when there are none. */
  unused?: string | undefined;
  onClose: () => void;
  onDelete: () => void;
  busy: boolean;
  error: unknown;
}

export function DeleteDialog(props: DeleteDialogProps) {
  const { what, name, dependents, lookup, consequence, unused } = props;
  const { onClose, onDelete, busy, error } = props;
  const isUnknown = dependents === undefined && Boolean(lookup.error);
  const groups = (dependents ?? []).filter((group) => group.items.length > 0);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${name}?`}
      confirmLabel="Delete"
      disabledReason={reasonToWait(props)}
      danger
      busy={busy}
      onConfirm={onDelete}
    >
      <div className="flex flex-col gap-3">
        {isUnknown && (
          <ErrorPanel
            className="flex flex-col items-start gap-3"
            error={lookup.error}
            title="What depends on it could not be loaded."
            onRetry={() => lookup.refetch()}
          />
        )}
        {dependents === undefined && !isUnknown && <Skeleton className="w-48" />}
        {dependents !== undefined && groups.length === 0 && (
          <p className="text-ink2">{unused ?? `Nothing else uses this ${what}.`}</p>
        )}
        {groups.length > 0 && (
          <p className="flex items-start gap-2">
            <SeverityIcon severity="warning" decorative className="mt-0.5" />
            {consequence}
          </p>
        )}
        {groups.map((group) => (
          <Dependents key={group.label} group={group} />
        ))}
        {error ? (
          <p role="alert" className="text-err">
            {describeError(error).message}
          </p>
        ) : null}
      </div>
    </ConfirmDialog>
  );
}

/** Nothing is deleted before it is known, and said, what goes with it. */
function reasonToWait({ dependents, lookup, blocking, consequence }: DeleteDialogProps): string | undefined {
  if (dependents === undefined)
    return lookup.error ? 'It is not known what depends on it.' : 'Looking for what depends on it.';
  const isUsed = dependents.some((group) => group.items.length > 0);
  return blocking && isUsed ? consequence : undefined;
}

function Dependents({ group }: { group: DependentGroup }) {
  const shown = group.items.slice(0, 8);
  const more = group.items.length - shown.length;
  return (
    <div>
      <p className="text-small text-ink3">{group.label}</p>
      <ul className="mt-1 rounded-control border border-line">
        {shown.map((item) => (
          <li key={item.id} className="border-t border-line px-3 py-1.5 first:border-t-0">
            {item.href ? (
              <Link href={item.href} className="hover:underline">
                {item.name}
              </Link>
            ) : (
              item.name
            )}
          </li>
        ))}
        {more > 0 && <li className="border-t border-line px-3 py-1.5 text-ink3">and {more} more</li>}
      </ul>
    </div>
  );
}
