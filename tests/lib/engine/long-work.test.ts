// Expressions that take long: each has a budget of its own, and a run of many gives others a chance between them.
import { describe, expect, it } from 'vitest';
import { limits } from '@/lib/limits';
import { runFlow, toFlow } from './run-flow';

const loopOf = (items: number, inputs: string) =>
  toFlow({
    Each: {
      type: 'Foreach',
      foreach: `@range(0, ${items})`,
      actions: { Work: { type: 'Compose', inputs } },
    },
  });

describe('long work', () => {
  it('has a fresh budget of steps for each evaluation', () => {
    const each = 90_000;
    const items = Math.ceil(limits.expressionSteps.value / each) + 5;
    const run = runFlow(loopOf(items, `@length(range(0, ${each}))`));
    expect(run.status).toBe('Succeeded');
  });

  it('lets others work in between, however few its actions are', () => {
    const { driver } = runFlow(loopOf(30, '@length(range(0, 90000))'));
    expect(driver.commands.filter((command) => command.type === 'continue').length).toBeGreaterThan(5);
  });
});
