// Mutant: the caller hears that the run is accepted before it is on disk.
import { createHookDoor as answerTruly } from '../../../server/runner/hook';

export function createHookDoor(ports: Parameters<typeof answerTruly>[0]): ReturnType<typeof answerTruly> {
  return answerTruly({
    ...ports,
    accept(start) {
      ports.accept(start).catch(() => undefined);
      return Promise.resolve({ runId: 'not stored yet' });
    },
  });
}
