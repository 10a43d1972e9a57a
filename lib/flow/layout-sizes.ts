// The measures of the canvas in pixels. Cards are drawn to these, so nothing needs to be measured in the browser.

const titleWidth = 188;

/** About how wide a character is in 13 px semibold: narrow, wide and upper-case letters apart. */
function characterWidth(character: string): number {
  if ("iljtfrI.,:;'’|!()[] ".includes(character)) return 4.3;
  if ('mwMW@%—'.includes(character)) return 11;
  return character >= 'A' && character <= 'Z' ? 8.6 : 7.4;
}

/** How many lines a card's title takes: 1, or 2 where it does not fit into 188 px. */
function titleLines(title: string): 1 | 2 {
  let width = 0;
  for (const character of title) width += characterWidth(character);
  return width > titleWidth ? 2 : 1;
}

export const sizes = {
  cardWidth: 264,
  /** 56 px, and one line more where the title wraps. */
  cardHeight: (title: string): number => (titleLines(title) === 1 ? 56 : 74),
  /** The strip with a run's state, below a card's text. */
  strip: 26,
  gapEditing: 40,
  gapReading: 28,
  /** Between parallel branches. */
  columnGap: 32,
  /** Header bar of a container. */
  header: 36,
  /** Between the dashed body of a container and what is in it. */
  padding: 16,
  /** Head of a labelled branch: Yes, No, a case. */
  label: 28,
  /** From the head of a branch to its first step. */
  branchTopEditing: 40,
  branchTopReading: 16,
  /** The round place to add at, and its distance from the step above. */
  add: 24,
  addGap: 16,
} as const;
