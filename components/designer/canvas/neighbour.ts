// Which card an arrow key reaches: reading order up and down, geometry to the sides.

export interface PlacedCard {
  name: string;
  /** Absolute position of the top left corner and size, in canvas units. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

function beside(
  cards: readonly PlacedCard[],
  from: PlacedCard,
  side: 'left' | 'right',
): PlacedCard | undefined {
  const centre = from.x + from.width / 2;
  let best: PlacedCard | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const card of cards) {
    const dx = card.x + card.width / 2 - centre;
    if (card === from || (side === 'right' ? dx < 40 : dx > -40)) continue;
    const overlaps = card.y < from.y + from.height && card.y + card.height > from.y;
    const score = Math.abs(dx) + Math.abs(card.y - from.y) * (overlaps ? 0.5 : 3);
    if (score < bestScore) {
      best = card;
      bestScore = score;
    }
  }
  return best;
}

/** The card that `direction` leads to from `name`, or undefined at an edge of the flow. `cards` are in reading order. */
export function findNeighbour(
  cards: readonly PlacedCard[],
  name: string | undefined,
  direction: Direction,
): string | undefined {
  const at = cards.findIndex((card) => card.name === name);
  const from = cards[at];
  if (direction === 'first' || !from) return cards[0]?.name;
  if (direction === 'last') return cards.at(-1)?.name;
  if (direction === 'up') return cards[at - 1]?.name;
  if (direction === 'down') return cards[at + 1]?.name;
  return beside(cards, from, direction)?.name;
}
