// The frame of every page: plain HTML and CSS, light and dark, nothing loaded from elsewhere.
import type { Answer } from '../types';

const styles = `
:root { color-scheme: light dark; --ink: #16202c; --soft: #536273; --line: #d8dfe7; --page: #f4f6f9; --sheet: #fff;
  --brand: #175497; --brand-ink: #fff; --code: #eef2f7; --get: #1a6b45; --post: #1b5fb8; --delete: #a3301f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf3; --soft: #a3b0be; --line: #303a46; --page: #12171d;
  --sheet: #1a2028; --brand: #8dbdf2; --brand-ink: #0d1a29; --code: #222a34; --get: #6fd09f; --post: #8dbdf2; --delete: #ff9d8f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 54rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
header { display: flex; gap: 1rem; align-items: center; margin-bottom: 1.5rem; }
header img { width: 56px; height: 56px; border-radius: 8px; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.05rem; margin: 1.8rem 0 .6rem; }
p { margin: .5rem 0; max-width: 42rem; } .soft { color: var(--soft); }
a { color: var(--brand); text-underline-offset: .2em; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
.links { list-style: none; padding: 0; margin: 1.5rem 0; background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; }
.links li { padding: .9rem 1.1rem; border-top: 1px solid var(--line); } .links li:first-child { border-top: 0; }
.links a { font-weight: 600; } .links span { display: block; color: var(--soft); font-size: .92rem; }
code, .key { font-family: ui-monospace, monospace; font-size: .92em; background: var(--code); padding: .1em .35em; border-radius: 4px; }
code { white-space: nowrap; }
.key { display: block; width: 100%; padding: .7rem .8rem; margin: .35rem 0 .8rem; color: inherit; border: 1px solid var(--line); border-radius: 6px; font-size: 1rem; }
button { font: inherit; font-weight: 600; padding: .5rem 1rem; border: 0; border-radius: 6px; background: var(--brand); color: var(--brand-ink); cursor: pointer; }
.operation { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; margin: .8rem 0; }
.operation summary { padding: .8rem 1rem; cursor: pointer; } .operation > div { padding: 0 1rem 1rem; }
.method { display: inline-block; min-width: 4.2rem; font: 600 .85rem ui-monospace, monospace; }
.get { color: var(--get); } .post { color: var(--post); } .delete { color: var(--delete); }
table { border-collapse: collapse; width: 100%; margin: .4rem 0; font-size: .93rem; }
th, td { text-align: left; overflow-wrap: anywhere; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
pre { background: var(--code); padding: .8rem; border-radius: 6px; overflow-x: auto; font-size: .88rem; margin: .4rem 0; }
`;

/** Text that may stand anywhere in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A page; `content` is HTML. */
export function page(title: string, content: string, options: { home?: boolean } = {}): Answer {
  const name = options.home ? title : `${title} · Contoso Invoicing`;
  const back = options.home ? '' : '<p><a href="/">Return to home</a></p>';
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    headers: {
      'content-security-policy':
        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'cache-control': 'no-store',
    },
    body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)}</title>
<link rel="icon" href="/logo.png">
<style>${styles}</style>
</head>
<body>
<main>
<header><img src="/logo.png" alt=""><h1>${escapeHtml(title)}</h1></header>
${content}
${back}
</main>
</body>
</html>
`,
  };
}
