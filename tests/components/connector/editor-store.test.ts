// The state of an open connector: edits, text, undo.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEditorStore, heldNameError, isAllSaved } from '@/components/connector/store/editor-store';
import { definitionText, propertiesText, storedConnector } from './stored-connector';

const at = '/paths/~1orders/get';
const summary = (value: string) => [{ op: 'set' as const, at: `${at}/summary`, value }];
const open = (change = {}) => {
  const store = createEditorStore(storedConnector(change));
  return { store, get: store.getState };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the draft of a connector', () => {
  it('gives back the very text it was opened with', () => {
    expect(open().get().texts()).toEqual({ definitionText, propertiesText, name: 'Orders' });
  });

  it('changes only the range of what was edited', () => {
    const { get } = open();
    get().change('summary', summary('List orders'));
    expect(get().texts().definitionText).toBe(
      definitionText.replace('"summary": ""', '"summary": "List orders"'),
    );
    expect(get().texts().propertiesText).toBe(propertiesText);
    expect(get().connector?.operations[0]?.summary).toBe('List orders');
    expect(get().save).toBe('unsaved');
  });

  it('keeps what was typed in the Swagger editor as it was typed', () => {
    const { get } = open();
    const typed = definitionText.replace('"summary": ""', '"summary" :   "Typed"');
    get().setText(typed);
    expect(get().texts().definitionText).toBe(typed);
    get().change('description', [{ op: 'set', at: `${at}/description`, value: 'Some' }]);
    expect(get().texts().definitionText).toBe(typed.replace('All of them', 'Some'));
  });

  it('keeps pasted YAML as JSON', () => {
    const { get } = open();
    get().setText('swagger: "2.0"\ninfo:\n  title: Y\n  version: "1"\npaths: {}\n');
    expect(get().connector?.title).toBe('Y');
    expect(JSON.parse(get().texts().definitionText)).toMatchObject({ info: { title: 'Y' } });
  });

  it('is the same again after any edits and as many undos', () => {
    const edit = fc.oneof(
      fc.string().map((value) => ({ kind: 'summary' as const, value })),
      fc.string().map((value) => ({ kind: 'name' as const, value })),
      fc.constantFrom('#000000', '#ffffff').map((value) => ({ kind: 'color' as const, value })),
      fc
        .constantFrom('{}', '{"swagger":"2.0","info":{},"paths":{}}', 'no')
        .map((value) => ({ kind: 'text' as const, value })),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const { get } = open();
        for (const { kind, value } of edits) {
          vi.advanceTimersByTime(1_000);
          if (kind === 'summary') get().change('summary', summary(value));
          else if (kind === 'name') get().rename(value);
          else if (kind === 'text') get().setText(value);
          else get().changeProperties('color', [{ op: 'set', at: '/properties/iconBrandColor', value }]);
        }
        while (get().undo() !== undefined);
        expect(get().texts()).toEqual({ definitionText, propertiesText, name: 'Orders' });
      }),
      { numRuns: 60 },
    );
  });
});

describe('undo', () => {
  it('takes typing back as one step, and typing after a pause as another', () => {
    const { get } = open();
    for (const text of ['L', 'Li', 'List']) {
      get().change('summary', summary(text));
      vi.advanceTimersByTime(300);
    }
    vi.advanceTimersByTime(5_000);
    get().change('summary', summary('List all'));
    expect(get().past).toHaveLength(2);
    get().undo();
    expect(get().connector?.operations[0]?.summary).toBe('List');
    get().undo();
    expect(get().connector?.operations[0]?.summary).toBe('');
    expect(get().undo()).toBeUndefined();
  });

  it('tells what it took back', () => {
    const { get } = open();
    get().rename('Other');
    get().change('summary', summary('x'));
    expect([get().undo(), get().undo()]).toEqual(['summary', 'name']);
    expect(get().name).toBe('Orders');
  });

  it('remembers two hundred steps', () => {
    const { get } = open();
    for (let step = 0; step < 250; step += 1) get().change(`step ${step}`, summary(String(step)));
    expect(get().past).toHaveLength(200);
  });

  it('restores the text that the Swagger editor had before, to the letter', () => {
    const { get } = open();
    get().setText(definitionText.replaceAll('    ', ' '));
    get().undo();
    expect(get().texts().definitionText).toBe(definitionText);
  });
});

describe('a text that does not read', () => {
  const brokenText = definitionText.replace('"host"', 'host');

  it('leaves the last valid definition, and says line and column', () => {
    const { get } = open();
    get().setText(brokenText);
    expect(get().broken?.text).toBe(brokenText);
    expect(get().broken?.problems[0]?.message).toMatch(/^Line 4, column 5:/);
    expect(get().connector?.title).toBe('Orders');
    expect(get().save).toBe('saved');
  });

  it('refuses edits in the tabs until it is corrected or given up', () => {
    const { get } = open();
    get().setText(brokenText);
    get().change('summary', summary('x'));
    expect(get().refused).toBe(1);
    expect(get().broken?.text).toBe(brokenText);
    get().setText(definitionText);
    expect(get().broken).toBeUndefined();
    expect(get().save).toBe('saved');
    get().change('summary', summary('x'));
    expect(get().connector?.operations[0]?.summary).toBe('x');
  });

  it('may be given up', () => {
    const { get } = open();
    get().setText(brokenText);
    get().discardText();
    expect(get().broken).toBeUndefined();
    expect(get().texts().definitionText).toBe(definitionText);
  });

  it.each([
    ['{}', 'not an OpenAPI file'],
    ['', 'empty'],
    [`${definitionText}}`, 'Line'],
    [definitionText.replace('"ok" }', '"ok", }'), 'Line 13'],
  ])('%j', (text, message) => {
    const { get } = open();
    get().setText(text);
    expect(get().broken?.problems[0]?.message).toContain(message);
    expect(get().connector?.title).toBe('Orders');
  });

  it('may be what the server has, and is then shown whole', () => {
    const cut = '{ "swagger": ';
    const { get } = open({ definitionText: cut });
    expect(get().broken?.text).toBe(cut);
    expect(get().connector).toBeUndefined();
    expect(get().texts().definitionText).toBe(cut);
  });
});

describe('saving', () => {
  it('ends as saved when nothing changed meanwhile', () => {
    const { get } = open();
    get().change('summary', summary('x'));
    const sent = get().texts();
    get().markSaving();
    get().markSaved(4, sent);
    expect([get().save, get().stored.revision, get().stored.edited]).toEqual(['saved', 4, true]);
    expect(get().texts()).toEqual(sent);
  });

  it.each<[string, (get: ReturnType<typeof open>['get']) => void]>([
    ['the definition', (get) => get().change('summary', summary('xy'))],
    [
      'the properties',
      (get) =>
        get().changeProperties('color', [{ op: 'set', at: '/properties/iconBrandColor', value: '#000000' }]),
    ],
    ['the name', (get) => get().rename('Other')],
    ['the text', (get) => get().setText(`${definitionText}\n`)],
  ])('ends as unsaved when %s changed meanwhile', (_what, change) => {
    const { get } = open();
    get().change('summary', summary('x'));
    const sent = get().texts();
    get().markSaving();
    change(get);
    get().markSaved(4, sent);
    expect(get().save).toBe('unsaved');
    expect(get().texts()).not.toEqual(sent);
  });

  it('keeps the undo steps across a save', () => {
    const { get } = open();
    get().change('summary', summary('x'));
    get().markSaved(4, get().texts());
    get().undo();
    expect(get().texts().definitionText).toBe(definitionText);
    expect(get().save).toBe('unsaved');
  });

  it('tells a failure and a stale revision apart', () => {
    const { get } = open();
    get().markUnsaved('stale', 'changed elsewhere');
    expect([get().save, get().saveMessage]).toEqual(['stale', 'changed elsewhere']);
  });
});

describe('what the server says while one edits', () => {
  const newer = () =>
    storedConnector({ revision: 4, definitionText: definitionText.replace('Orders', 'Newer') });

  it('is taken over when nothing waits to be saved', () => {
    const { get } = open();
    get().refresh(newer());
    expect(get().connector?.title).toBe('Newer');
  });

  it('does not overwrite what is unsaved, nor go back to an older revision', () => {
    const { get } = open();
    get().change('summary', summary('x'));
    get().refresh(newer());
    expect(get().connector).toMatchObject({ title: 'Orders', operations: [{ summary: 'x' }] });
    get().markSaved(9, get().texts());
    get().refresh(newer());
    expect(get().stored.revision).toBe(9);
    expect(get().connector?.operations[0]?.summary).toBe('x');
  });

  it('brings a new icon at once', () => {
    const { get } = open();
    get().change('summary', summary('x'));
    get().refresh(storedConnector({ iconUrl: '/api/icons/c1?v=2' }));
    expect(get().stored.iconUrl).toBe('/api/icons/c1?v=2');
    expect(get().connector?.operations[0]?.summary).toBe('x');
  });

  it('replaces everything on reload, undo steps too', () => {
    const { get } = open();
    get().change('summary', summary('x'));
    get().reload(newer());
    expect([get().save, get().past.length, get().stored.revision]).toEqual(['saved', 0, 4]);
  });
});

describe('findings', () => {
  const warnings = (get: ReturnType<typeof open>['get']) =>
    get().problems.filter(({ at: place, severity }) => severity === 'warning' && place.startsWith(at));

  it('are there from the start and follow a change within 300 ms', () => {
    const { get } = open();
    expect(warnings(get)).toHaveLength(1);
    get().change('summary', summary('List'));
    expect(warnings(get)).toHaveLength(1);
    vi.advanceTimersByTime(300);
    expect(warnings(get)).toHaveLength(0);
  });

  it('follow within 300 ms even while typing goes on', () => {
    const { get } = open();
    for (let time = 0; time <= 300; time += 50) {
      get().change('summary', summary('L'.repeat(1 + time / 50)));
      vi.advanceTimersByTime(50);
    }
    expect(warnings(get)).toHaveLength(0);
  });
});

describe('a name that cannot be saved', () => {
  it('holds nothing else back: the texts go under the former name', () => {
    const { get } = open();
    get().rename('');
    get().change('summary', summary('List orders'));
    expect(heldNameError(get())).toBe('Connector name is required.');
    expect(get().texts()).toMatchObject({
      name: 'Orders',
      definitionText: expect.stringContaining('List orders'),
    });
    expect(get().name).toBe('');
  });

  it('is told with the sentence of the server, until another is typed', () => {
    const { get } = open();
    get().rename('Taken');
    expect(get().texts().name).toBe('Taken');
    get().refuseName('Taken', '“Taken” exists already.');
    expect(get().texts().name).toBe('Orders');
    expect(heldNameError(get())).toBe('“Taken” exists already.');
    get().rename('Free');
    expect(heldNameError(get())).toBeUndefined();
    expect(get().texts().name).toBe('Free');
  });

  it('leaves the rest saved, and is not forgotten', () => {
    const { get } = open();
    get().rename('Taken');
    get().refuseName('Taken', '“Taken” exists already.');
    get().markSaving();
    get().markSaved(4, get().texts());
    expect(get().save).toBe('saved');
    expect(isAllSaved(get())).toBe(false);
    expect(get().stored.name).toBe('Orders');
    expect(get().name).toBe('Taken');
  });
});
