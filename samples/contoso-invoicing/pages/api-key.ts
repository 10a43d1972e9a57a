// The page that hands out keys. A key is shown once, in the answer to the button.
import type { Answer } from '../types';
import { escapeHtml, page } from './layout';

export function apiKeyPage(key?: string): Answer {
  const shown = key
    ? `<p><label for="key">Your API key</label>
<input class="key" id="key" readonly value="${escapeHtml(key)}" autofocus></p>
<p class="soft">Copy it now: it is not shown again. The key comes with 34 invoices of its own.</p>`
    : '<p>A key opens the operations of the API. Each key has invoices and webhooks of its own.</p>';
  return page(
    'API Key',
    `${shown}
<form method="post" action="/api-key"><p><button>${key ? 'Get another key' : 'Get an API key'}</button></p></form>
<p class="soft">Send it with every call in the header <code>X-API-KEY</code>.</p>`,
  );
}
