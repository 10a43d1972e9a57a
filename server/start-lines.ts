// What the terminal says once the product can be reached; the same for `npm start` and `npm run dev`.
import type { Serving } from './serve';

export function startLines({
  url,
  copy,
  setupCode,
  engine,
}: Pick<Serving, 'url' | 'copy' | 'setupCode' | 'engine'>): string[] {
  const lines = [`Flowright  ${url}`];
  if (copy !== undefined) lines.unshift(`The database was upgraded; a copy of the former one is ${copy}`);
  if (setupCode !== undefined) lines.push(`First run: the page asks for the code ${setupCode}`);
  if (engine === 'none') lines.push('No engine runs here (ENGINE=none): runs wait for `npm run worker`.');
  return lines;
}
