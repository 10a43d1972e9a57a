// Every limit of the product, in one place, each with the sentence that is said when it is passed.

const kib = 1024;
const mib = 1024 * kib;

export interface Limit {
  readonly value: number;
  readonly sentence: string;
}

/** Limits by name, in the unit of the name. */
export const limits = {
  definitionBytes: { value: 5 * mib, sentence: 'A definition may have up to 5 MB.' },
  yamlMarks: {
    value: 500_000,
    sentence:
      'A YAML file may have up to 500,000 marks and texts. Save it as JSON: that may have the whole 5 MB.',
  },
  documentDepth: { value: 100, sentence: 'A document may be nested up to 100 levels deep.' },
  operations: { value: 2_000, sentence: 'A connector may have up to 2,000 operations.' },
  localPalette: {
    value: 2_000,
    sentence: 'There are too many connectors to load at once. Name those you need.',
  },
  requestBytes: { value: 10 * mib, sentence: 'A request body may have up to 10 MB.' },
  apiBytes: { value: 24 * mib, sentence: 'A page may send up to 24 MB at once.' },
  strangerBytes: { value: 64 * kib, sentence: 'Without being signed in, 64 KB may be sent at once.' },
  responseBytes: { value: 10 * mib, sentence: 'A response body may have up to 10 MB.' },
  responseHeaderBytes: { value: 64 * kib, sentence: 'Response headers may have up to 64 KB.' },
  iconBytes: { value: mib, sentence: 'An icon may have up to 1 MB.' },
  connectorName: { value: 30, sentence: 'A connector name may have up to 30 characters.' },
  displayName: { value: 100, sentence: 'A name may have up to 100 characters.' },
  description: { value: 1_000, sentence: 'A description may have up to 1,000 characters.' },
  expressionLength: { value: 8_192, sentence: 'An expression may have up to 8,192 characters.' },
  expressionDepth: { value: 64, sentence: 'An expression may be nested up to 64 levels deep.' },
  expressionSteps: { value: 1_000_000, sentence: 'An expression may take up to 1,000,000 steps.' },
  valueCharacters: { value: 100 * mib, sentence: 'A text value may have up to 104,857,600 characters.' },
  rangeItems: { value: 100_000, sentence: 'range() makes up to 100,000 numbers.' },
  actions: { value: 2_000, sentence: 'A flow may have up to 2,000 actions.' },
  actionName: { value: 80, sentence: 'A step name may have up to 80 characters.' },
  containerDepth: { value: 32, sentence: 'Steps may be nested up to 32 levels deep.' },
  runChanges: { value: 16_000_000, sentence: 'The steps of a run may change 16,000,000 times in all.' },
  foreachItems: { value: 100_000, sentence: 'Apply to each takes up to 100,000 items.' },
  callMilliseconds: { value: 120_000, sentence: 'A call may take up to 120 seconds.' },
  responseWaitMilliseconds: { value: 120_000, sentence: 'A caller waits up to 120 seconds for a response.' },
  viewBytes: { value: 200 * kib, sentence: 'Values over 200 KB are cut in view; download them whole.' },
} as const satisfies Record<string, Limit>;
