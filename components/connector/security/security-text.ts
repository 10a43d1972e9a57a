// How calls are signed, in words: as one sentence, and as the name of a choice.
import type { ConnectorSecurity } from '@/lib/connector/model';

export function securityText(security: ConnectorSecurity | undefined): string {
  switch (security?.type) {
    case 'apiKey':
      return `Calls are signed with an API key in the ${security.in} ${security.name}.`;
    case 'basic':
      return 'Calls are signed with a user name and a password.';
    case 'unsupported':
      return `The file asks for ${security.name}, which is kept as it is; calls are sent without it.`;
    default:
      return 'The file names no authentication. It can be chosen in the editor.';
  }
}

export function securityName(security: ConnectorSecurity): string {
  switch (security.type) {
    case 'apiKey':
      return `API key in the ${security.in} ${security.name}`;
    case 'basic':
      return 'User name and password';
    case 'unsupported':
      return `${security.name} (calls are sent without it)`;
    case 'none':
      return 'No authentication';
  }
}

/** Whether two ways to sign are the same on the wire; the labels that makers see do not count. */
export function isSameSecurity(left: ConnectorSecurity, right: ConnectorSecurity): boolean {
  return securityName(left) === securityName(right) && prefixOf(left) === prefixOf(right);
}

function prefixOf(security: ConnectorSecurity): string {
  return security.type === 'apiKey' ? (security.prefix ?? '') : '';
}
