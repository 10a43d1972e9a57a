// How code looks: ink on surface, with the product's own hues, the same variables in light and dark.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const style = HighlightStyle.define([
  {
    tag: [tags.propertyName, tags.definition(tags.propertyName)],
    color: 'var(--color-ink)',
    fontWeight: '600',
  },
  { tag: tags.string, color: 'var(--color-ok)' },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword, tags.atom], color: 'var(--color-run)' },
  { tag: tags.comment, color: 'var(--color-ink3)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.brace, tags.squareBracket, tags.separator], color: 'var(--color-ink3)' },
  { tag: tags.invalid, color: 'var(--color-err)' },
]);

export const codeHighlighting = syntaxHighlighting(style);

export const codeTheme = EditorView.theme({
  '&': { color: 'var(--color-ink)', backgroundColor: 'transparent', fontSize: '12px' },
  '&.cm-focused': { outline: '2px solid var(--color-accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '18px' },
  '.cm-content': { caretColor: 'var(--color-ink)', padding: '8px 0' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--color-ink3)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in oklab, var(--color-hover) 70%, transparent)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in oklab, var(--color-run) 24%, transparent) !important',
  },
  '.cm-cursor': { borderLeftColor: 'var(--color-ink)' },
  '.cm-panels': {
    backgroundColor: 'var(--color-raised)',
    color: 'var(--color-ink)',
    borderColor: 'var(--color-line)',
  },
  '.cm-panel input, .cm-panel button': {
    fontSize: '12px',
    color: 'var(--color-ink)',
    background: 'var(--color-surface)',
    border: '1px solid var(--color-lineS)',
    borderRadius: '4px',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--color-raised)',
    color: 'var(--color-ink)',
    border: '1px solid var(--color-line)',
    borderRadius: '6px',
  },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--color-sunken)',
    color: 'var(--color-ink2)',
    border: 'none',
    padding: '0 6px',
  },
  '.cm-selectionMatch': { backgroundColor: 'color-mix(in oklab, var(--color-run) 16%, transparent)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--color-accent-soft) !important' },
});
