// Hostile cases against parts that are not built yet, each with the part it waits for.
export const notYet: Record<string, string> = {
  'ssrf-016': 'Webhook triggers subscribe at a service; they come with the triggers.',
};
