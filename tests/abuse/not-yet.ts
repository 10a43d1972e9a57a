// Hostile cases against parts that are not built yet, each with the part it waits for. A case may also have a handler,
// for the half of it that is built.
export const notYet: Record<string, string> = {
  'ssrf-016': 'Webhook triggers subscribe at a service; they come with the triggers.',
  'authz-006':
    'What a flow may call with the connection of somebody else is fixed; asking the owner for more comes with the sharing of flows.',
  'authz-019':
    'There is no reset by mail and no token: a password is reset on the command line of the machine only.',
  'authz-020': 'Suspending the flows of a person who left comes with the management of people.',
};
