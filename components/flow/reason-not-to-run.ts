// Why the live version of a flow cannot be run by hand.
export function reasonNotToRun({ version, state }: { version: number; state: string }): string | undefined {
  if (version === 0) return 'This flow was never saved. Open it with Edit and press Save.';
  return state === 'on' ? undefined : 'This flow is turned off.';
}
