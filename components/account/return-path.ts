// Where to go after signing in: only a path of this site. Browsers drop tabs and line ends inside addresses, so a text
// with any control character is no path either.
export function returnPath(next: string | undefined): string {
  if (next === undefined || !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(next)) return '/';
  return next.startsWith('/signin') ? '/' : next;
}

/** The way to the sign-in page and back to what was asked for; `_rsc` is Next's own and means nothing to people. */
export function signInPath(requested: string): string {
  const [path = '/', query = ''] = requested.split(/\?(.*)/s);
  const words = new URLSearchParams(query);
  words.delete('_rsc');
  const next = returnPath(words.size === 0 ? path : `${path}?${words}`);
  return next === '/' ? '/signin' : `/signin?next=${encodeURIComponent(next)}`;
}
