// What the terminal says once the product can be reached; the same for `npm start` and `npm run dev`.
import type { Serving } from './serve';

export function startLines({ url, copy, setupCode }: Pick<Serving, 'url' | 'copy' | 'setupCode'>): string[] {
  const lines = [`Flowright  ${url}`];
  if (copy !== undefined) lines.unshift(`The database was upgraded; a copy of the former one is ${copy}`);
  if (setupCode !== undefined) lines.push(`First run: the page asks for the code ${setupCode}`);
  return lines;
}
