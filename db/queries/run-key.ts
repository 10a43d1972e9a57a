// Keys of action records: the run's number in the upper part, the sequence number of the last change in the lower.
// So the records of a run are one range of the table, already in the order in which they changed.

/** Up to 16 million changes in a run, up to 500 million runs, and still an exact JavaScript number. */
const span = 2 ** 24;

const lastSequence = span - 1;

export function recordKey(runNumber: number, sequence: number): number {
  if (sequence > lastSequence) throw new RangeError(`A run may have up to ${lastSequence} changes.`);
  return runNumber * span + sequence;
}

export function sequenceOf(key: number): number {
  return key % span;
}

/** First and last key of a run's records after a sequence number; the trigger's record has sequence 1. */
export function recordRange(runNumber: number, after = 0): { from: number; to: number } {
  return {
    from: recordKey(runNumber, Math.min(after + 1, lastSequence)),
    to: recordKey(runNumber, lastSequence),
  };
}
