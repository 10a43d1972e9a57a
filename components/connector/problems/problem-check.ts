// Checks a connector a little after it changed, in slices, so that typing in a large one stays fluid.
import { checkConnector, checkInSteps } from '@/lib/connector/check-connector';
import type { Connector } from '@/lib/connector/model';
import { readConnector } from '@/lib/connector/read-connector';
import type { JsonObject } from '@/lib/json';
import type { Problem } from '@/lib/problem';

/** How long after a change, in milliseconds. Further changes put it off, but never longer than `atMost`. */
const delay = 40;
const atMost = 250;
/** How long the check keeps the page busy at a time, in milliseconds. */
const slice = 8;

interface Inspected {
  connector: Connector | undefined;
  /** Of the reader, where it cannot make a connector of the document. */
  problems: Problem[];
}

/** What the editor needs at once: the model. Its findings follow. */
export function readNow(document: JsonObject, properties: JsonObject): Inspected {
  const { connector, problems } = readConnector(document, properties);
  return { connector, problems };
}

/** Model and findings together, for the moment a connector is opened. */
export function readAndCheck(document: JsonObject, properties: JsonObject): Inspected {
  const read = readNow(document, properties);
  return read.connector ? { ...read, problems: checkConnector(read.connector, properties) } : read;
}

interface CheckTarget {
  connector: Connector;
  properties: JsonObject;
}

interface ProblemCheck {
  /** Asks for a check of what `latest` gives by then. */
  ask(): void;
}

/** One check at a time: what changes while it runs is checked after it. */
export function createProblemCheck(hooks: {
  latest: () => CheckTarget | undefined;
  done: (problems: Problem[]) => void;
}): ProblemCheck {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstAsked: number | undefined;
  let isRunning = false;
  let isAskedAgain = false;

  const finish = (problems: Problem[] | undefined): void => {
    isRunning = false;
    if (problems) hooks.done(problems);
    if (isAskedAgain) {
      isAskedAgain = false;
      ask();
    }
  };
  const run = (): void => {
    firstAsked = undefined;
    const target = hooks.latest();
    if (!target) return;
    isRunning = true;
    const steps = checkInSteps(target.connector, target.properties);
    const go = (): void => {
      const until = performance.now() + slice;
      let step = steps.next();
      while (!step.done && performance.now() < until) step = steps.next();
      if (step.done) finish(step.value);
      else setTimeout(go);
    };
    go();
  };
  const ask = (): void => {
    if (isRunning) {
      isAskedAgain = true;
      return;
    }
    const now = performance.now();
    firstAsked ??= now;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(delay, firstAsked + atMost - now)));
  };
  return { ask };
}
