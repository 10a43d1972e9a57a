// What an expression can see while it is evaluated. The engine, the tests and the command line each make one.
import type { Value, ValueObject } from './value';

/** All names arrive lower-cased. A record is `{ name, inputs, outputs, status, code, startTime, endTime, error? }`. */
export interface EvaluationScope {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** For a clock finer than milliseconds: 100 ns since the year 1. */
  ticks?(): bigint;
  /** In [0, 1). */
  random(): number;
  /** With hyphens, lower case. */
  guid(): string;
  parameter(name: string): Value | undefined;
  variable(name: string): Value | undefined;
  trigger(): ValueObject | undefined;
  /** Undefined: never reached. A record without outputs: skipped. */
  action(name: string): ValueObject | undefined;
  result(name: string): Value[] | undefined;
  item(): Value | undefined;
  loopItem(name: string): Value | undefined;
  iterationIndex(name: string): number | undefined;
  currentAction(): ValueObject | undefined;
  workflow(): ValueObject;
  callbackUrl(): string | undefined;
  /** How many steps are left; evaluation counts down and fails below zero. */
  steps: { left: number };
}
