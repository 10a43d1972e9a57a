// Where to go after signing in: only a path of this site. Browsers drop tabs and line ends inside addresses, so a text
// with any control character is no path either.
export function returnPath(next: string | undefined): string {
  if (next === undefined || !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(next)) return '/';
  return next.startsWith('/signin') ? '/' : next;
}
