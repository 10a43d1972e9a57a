// Named places where the crash suite may end the process. Nothing happens unless FLOWRIGHT_FAIL_POINT names one,
// e.g. `after-start-commit` or `after-start-commit#3` for the third time it is passed.

export const failPoints = [
  'before-accept-commit',
  'after-accept-commit',
  'before-start-commit',
  'after-start-commit',
  'after-call-sent',
  'before-finish-commit',
  'after-finish-commit',
  'after-claim',
] as const;

type FailPoint = (typeof failPoints)[number];

const [wanted, count] = (process.env.FLOWRIGHT_FAIL_POINT ?? '').split('#');
let left = Number(count ?? 1);

/** Ends the process at once, as a power cut would, when this is the wanted place. */
export function failPoint(name: FailPoint): void {
  if (name !== wanted) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}
