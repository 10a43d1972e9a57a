// What a failed step says: what happened, how to fix it, and which buttons help. One row per kind of failure.
import { codeText, httpStatusOf } from './run-model';

export type AdviceAction = 'fix-connection' | 'edit-step' | 'allow-host' | 'resubmit';

export interface Advice {
  happened: string;
  fix: string;
  actions: AdviceAction[];
}

interface Failure {
  code?: string | undefined;
  error?: { code: string; message: string } | undefined;
}

const byCode: Record<string, Omit<Advice, 'happened'>> = {
  '400': {
    fix: 'The service could not use what was sent. Compare the inputs with what it expects.',
    actions: ['edit-step'],
  },
  '401': {
    fix: 'The service rejected the key. Put a new key into the connection, then run again.',
    actions: ['fix-connection'],
  },
  '403': {
    fix: 'The key is known but may not do this. Use a connection with the right to it.',
    actions: ['fix-connection'],
  },
  '404': {
    fix: 'What was asked for is not there. Check the id and the address in this step.',
    actions: ['edit-step'],
  },
  '408': { fix: 'The service took too long. Run again, or ask for less at once.', actions: [] },
  '429': {
    fix: 'The service asked to slow down. Add a retry policy in Settings, or run less often.',
    actions: ['edit-step'],
  },
  InvalidTemplate: {
    fix: 'An expression of this step does not work with the values of this run. Correct it in the step.',
    actions: ['edit-step'],
  },
  HostNotAllowed: {
    fix: 'Addresses inside a private network are closed until an administrator allows them.',
    actions: ['allow-host'],
  },
  OperationHasErrors: {
    fix: 'Open the connector, correct what its Validation lists for this operation, and update it.',
    actions: [],
  },
  ConnectionRefused: { fix: 'Start the service, or check host and port of the connector.', actions: [] },
  HostNotFound: { fix: 'Check the host name of the connector.', actions: [] },
  TlsFailed: {
    fix: 'Have the service present a certificate that this machine trusts, or correct its host name.',
    actions: [],
  },
  ConnectionLost: {
    fix: 'Look into the service before sending again: it may have done its work.',
    actions: [],
  },
  Timeout: { fix: 'The service may be overloaded. Run again later, or ask for less at once.', actions: [] },
  TimedOut: { fix: 'The service may still be working. Look there before sending again.', actions: [] },
  ActionTimedOut: {
    fix: 'Give the step more time in Settings, or ask for less at once.',
    actions: ['edit-step'],
  },
};

/** A step that calls an address by itself has no connector and no connection: all of it stands in the step. */
const ofAddress: Record<string, Omit<Advice, 'happened'>> = {
  '401': {
    fix: 'The service wants to know who calls. Give this step the header that it asks for, such as Authorization.',
    actions: ['edit-step'],
  },
  '403': {
    fix: 'Who calls may not do this. Check the key or token in the headers of this step.',
    actions: ['edit-step'],
  },
  ConnectionRefused: {
    fix: 'Start the service, or check host and port of the address in this step.',
    actions: ['edit-step'],
  },
  HostNotFound: { fix: 'Check the host name of the address in this step.', actions: ['edit-step'] },
};

function byStatus(code: string): Omit<Advice, 'happened'> | undefined {
  if (/^5\d\d$/.test(code)) return { fix: 'The service itself failed. Run again later.', actions: [] };
  if (/^3\d\d$/.test(code)) {
    return {
      fix: 'Redirects are not followed. Put the address it points to into the connector.',
      actions: ['edit-step'],
    };
  }
  return /^4\d\d$/.test(code) ? byCode['400'] : undefined;
}

/** Plain words and buttons for a failure; `callsAddress` is said of a step that calls without a connector. */
export function adviseOn({ code, error }: Failure, callsAddress = false): Advice {
  const known = [error?.code, code]
    .flatMap((each) => [each, httpStatusOf(each)])
    .filter((each) => each !== undefined);
  const own = callsAddress ? ofAddress : {};
  const rule = known
    .map((each) => own[each] ?? byCode[each] ?? byStatus(each))
    .find((each) => each !== undefined);
  const happened = error?.message || (code ? `The step ended with ${codeText(code)}.` : 'The step failed.');
  return {
    happened,
    ...(rule ?? { fix: 'Look at the inputs below and change the step.', actions: ['edit-step'] }),
  };
}

const hostPattern =
  /\b((?:\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:]+\]|[a-z0-9.-]+\.[a-z0-9-]+|localhost)(?::(\d+))?\b/i;

/** `host:port` that was refused: of the last attempt, else as the message names it. */
export function hostOfFailure(failure: Failure, attempts: readonly { url: string }[]): string | undefined {
  const url = attempts.at(-1)?.url;
  if (url !== undefined && URL.canParse(url)) {
    const { hostname, port, protocol } = new URL(url);
    return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
  }
  const found = hostPattern.exec(failure.error?.message ?? '');
  return found ? `${found[1]}${found[2] ? `:${found[2]}` : ''}` : undefined;
}
