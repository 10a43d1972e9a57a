// Texts of forms that a browser tab keeps across a reload.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { forgetAllKept, parseKept, readKept, useKept, writeKept } from '@/components/ui/use-kept';
import { memoryStorage } from '../memory-storage';

describe('A kept value', () => {
  test('reads back as it was written, under one prefix', () => {
    const store = memoryStorage();
    writeKept(store, 'new-connector', { name: 'Orders', host: '' });
    expect(store.key(0)).toBe('flowright.kept.new-connector');
    expect(parseKept(readKept(store, 'new-connector'), { name: '', host: '' })).toEqual({
      name: 'Orders',
      host: '',
    });
  });

  test('is forgotten without a value', () => {
    const store = memoryStorage();
    writeKept(store, 'name', 'Orders');
    writeKept(store, 'name', undefined);
    expect(readKept(store, 'name')).toBeNull();
  });

  test('an empty text is a value: what was emptied stays empty', () => {
    const store = memoryStorage();
    writeKept(store, 'name', '');
    expect(parseKept<string>(readKept(store, 'name'), 'Orders')).toBe('');
  });

  test.each([
    ['no JSON', '{"name"', ''],
    ['another kind', '["a"]', ''],
    ['null for a text', 'null', ''],
    ['a list for an object', '[]', {}],
  ])('that is %s is taken for none', (_, text, initial) => {
    expect(parseKept(text, initial)).toBeUndefined();
  });

  test('that does not fit the store leaves no older one behind', () => {
    const store = memoryStorage();
    writeKept(store, 'text', 'first');
    store.setItem = () => {
      throw new Error('full');
    };
    writeKept(store, 'text', 'second');
    expect(readKept(store, 'text')).toBeNull();
  });
});

test('Signing out forgets all that was kept, and nothing else', () => {
  const store = memoryStorage();
  writeKept(store, 'one', 1);
  store.setItem('theme', 'dark');
  writeKept(store, 'two', 2);
  forgetAllKept(store);
  expect(store.length).toBe(1);
  expect(store.getItem('theme')).toBe('dark');
});

test('Where there is no browser a form begins with its initial value', () => {
  function Form() {
    return <p>{useKept<string>('name', 'Orders').value}</p>;
  }
  expect(renderToStaticMarkup(<Form />)).toBe('<p>Orders</p>');
});
