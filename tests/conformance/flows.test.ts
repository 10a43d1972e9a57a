// Every public flow definition loads, is checked and laid out, and is named again without a change of meaning.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkText } from '@/cli/flow-check';
import { applyEdit } from '@/lib/flow/apply-edit';
import { layoutFlow } from '@/lib/flow/layout';
import { flowText } from '@/lib/flow/text';
import { listActions } from '@/lib/flow/tree';
import { parseFlow } from '@/lib/flow/unwrap';
import { sharedFolder } from '../support/shared-folder';

const shared = sharedFolder();
const folder = `${shared ?? ''}data/flows/`;
const files = shared ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

/** Counts actions the long way, as a check of the tree. */
function countActions(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, inner]) => {
    if (key === 'actions' && typeof inner === 'object' && inner !== null && !Array.isArray(inner))
      return sum + Object.values(inner).reduce<number>((all, action) => all + 1 + countNested(action), 0);
    return sum;
  }, 0);
}
function countNested(action: unknown): number {
  if (typeof action !== 'object' || action === null) return 0;
  const holder: Record<string, unknown> = { ...action };
  const groups = [holder, holder.else, holder.default, ...values(holder.cases), ...values(holder.tools)];
  return groups.reduce<number>((sum, group) => sum + countActions(group), 0);
}
function values(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

describe.skipIf(!shared)('the public flow definitions', () => {
  const texts = files.map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }));

  it('all load, with every action counted', () => {
    const counts = {
      files: 0,
      actions: 0,
      triggers: 0,
      errors: 0,
      warnings: 0,
      withErrors: 0,
      withUnsupported: 0,
    };
    const codes = new Map<string, number>();
    for (const { name, text } of texts) {
      const report = checkText(name, text);
      expect(report.ok, name).toBe(true);
      expect(report.actions, name).toBe(countActions(JSON.parse(text.replace(/^\ufeff/, ''))));
      counts.files += 1;
      counts.actions += report.actions;
      counts.triggers += report.triggers;
      counts.withUnsupported += report.unsupported.length > 0 ? 1 : 0;
      const errors = report.problems.filter((problem) => problem.severity === 'error');
      counts.errors += errors.length;
      counts.warnings += report.problems.filter((problem) => problem.severity === 'warning').length;
      counts.withErrors += errors.length > 0 ? 1 : 0;
      for (const { code, severity } of report.problems)
        codes.set(`${severity} ${code}`, (codes.get(`${severity} ${code}`) ?? 0) + 1);
    }
    console.log(`flow definitions: ${JSON.stringify(counts)}`);
    console.log(`findings: ${JSON.stringify(Object.fromEntries([...codes].sort()))}`);
    expect(counts.files).toBe(170);
  });

  it('all are laid out', () => {
    for (const { name, text } of texts) {
      const read = parseFlow(text);
      if (!read.ok) throw new Error(name);
      const layout = layoutFlow(read.flow.definition, { collapsed: new Set() });
      const steps = layout.nodes.filter((node) => node.kind === 'card' || node.kind === 'container');
      expect(steps.length, name).toBe(listActions(read.flow.definition).length);
      expect(layout.nodes.every((node) => Number.isFinite(node.x) && Number.isFinite(node.y))).toBe(true);
    }
  });

  it('keep their text without an edit, and after renaming a step and back', () => {
    for (const { name, text } of texts) {
      const read = parseFlow(text);
      if (!read.ok) throw new Error(name);
      const { flow } = read;
      expect(flowText(text, flow.definition, flow.definition)).toBe(text);
      const first = listActions(flow.definition)[0]?.name;
      if (first === undefined) continue;
      const renamed = applyEdit(flow, { type: 'rename-action', action: first, name: 'A name of its own' });
      if (!renamed.ok) throw new Error(`${name}: ${renamed.problems[0]?.message}`);
      expect(JSON.stringify(renamed.flow.definition)).not.toBe(JSON.stringify(flow.definition));
      const back = applyEdit(renamed.flow, {
        type: 'rename-action',
        action: 'A_name_of_its_own',
        name: first,
      });
      if (!back.ok) continue;
      const actions = listActions(back.flow.definition).map((each) => each.name.toLowerCase());
      expect(actions, name).toEqual(listActions(flow.definition).map((each) => each.name.toLowerCase()));
    }
  });
});
