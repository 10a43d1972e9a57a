// Whether a connection works, as icon and word.
import { SeverityIcon } from '../ui/severity-icon';
import { StatusIcon } from '../ui/status-icon';

export interface ConnectionStatusProps {
  connection: { status: string; lastError?: string | undefined };
}

export function ConnectionStatus({ connection }: ConnectionStatusProps) {
  const { status, lastError } = connection;
  if (status === 'connected')
    return (
      <span className="flex items-center gap-1.5 whitespace-nowrap text-ok">
        <StatusIcon status="Succeeded" decorative />
        Connected
      </span>
    );
  if (status === 'failing')
    return (
      <span className="flex items-center gap-1.5 whitespace-nowrap text-err" title={lastError}>
        <SeverityIcon severity="error" decorative />
        Failing
      </span>
    );
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap text-ink3" title="It was not used yet.">
      <SeverityIcon severity="hint" decorative />
      Not used yet
    </span>
  );
}
