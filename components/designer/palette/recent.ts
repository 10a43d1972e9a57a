// The steps used lately, newest first, kept in this browser.
const key = 'flowright.recent-steps';
const longest = 5;

export function readRecent(): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string').slice(0, longest) : [];
  } catch {
    return [];
  }
}

export function keepRecent(id: string) {
  try {
    const next = [id, ...readRecent().filter((each) => each !== id)].slice(0, longest);
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // A convenience only.
  }
}
