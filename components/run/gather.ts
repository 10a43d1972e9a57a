// Takes what arrives one by one in handfuls: the first at once, what follows within `everyMs` together.

/** Returns the function to hand each item to. */
export function gather<T>(take: (items: T[]) => void, everyMs: number): (item: T) => void {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const give = () => {
    if (waiting.length === 0) {
      timer = undefined;
      return;
    }
    const items = waiting;
    waiting = [];
    timer = setTimeout(give, everyMs);
    take(items);
  };
  return (item) => {
    waiting.push(item);
    if (timer === undefined) give();
  };
}
