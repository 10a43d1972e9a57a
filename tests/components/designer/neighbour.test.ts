// Which card the arrow keys lead to.
import { describe, expect, it } from 'vitest';
import { findNeighbour, type PlacedCard } from '@/components/designer/canvas/neighbour';

const card = (name: string, x: number, y: number): PlacedCard => ({ name, x, y, width: 264, height: 56 });
const cards = [card('Trigger', 0, 0), card('Left', -200, 100), card('Right', 200, 100), card('End', 0, 200)];

describe('moving between cards', () => {
  it('goes up and down in reading order', () => {
    expect(findNeighbour(cards, 'Trigger', 'down')).toBe('Left');
    expect(findNeighbour(cards, 'End', 'up')).toBe('Right');
  });

  it('stops at both ends', () => {
    expect(findNeighbour(cards, 'Trigger', 'up')).toBeUndefined();
    expect(findNeighbour(cards, 'End', 'down')).toBeUndefined();
  });

  it('reaches the parallel branch sideways', () => {
    expect(findNeighbour(cards, 'Left', 'right')).toBe('Right');
    expect(findNeighbour(cards, 'Right', 'left')).toBe('Left');
  });

  it('has Home and End', () => {
    expect(findNeighbour(cards, 'Left', 'first')).toBe('Trigger');
    expect(findNeighbour(cards, 'Left', 'last')).toBe('End');
  });

  it('starts at the top when nothing is selected', () => {
    expect(findNeighbour(cards, undefined, 'down')).toBe('Trigger');
  });
});
