// Numbers with their units, as people read them.
import { describe, expect, test } from 'vitest';
import { bytesText, clockText, durationText } from '@/components/ui/units';

describe('A duration', () => {
  test.each([
    [0, '0.00 s'],
    [412, '0.41 s'],
    [12_340, '12.3 s'],
    [245_000, '4 min 05 s'],
    [7_380_000, '2 h 03 min'],
  ])('of %i ms reads %s', (milliseconds, text) => {
    expect(durationText(milliseconds)).toBe(text);
  });
});

describe('A size', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1234, '1.2 kB'],
    [3_400_000, '3.4 MB'],
  ])('of %i bytes reads %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});

describe('A time of day', () => {
  test('has two digits for each part, and no seconds where they are not wanted', () => {
    const time = new Date(2026, 10, 22, 9, 5, 7).getTime();
    expect(clockText(time)).toBe('09:05:07');
    expect(clockText(time, false)).toBe('09:05');
  });
});
