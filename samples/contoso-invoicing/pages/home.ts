// The home page: the four links that the exercise starts from, and nothing else to click.
import type { Answer } from '../types';
import { page } from './layout';

export function homePage(): Answer {
  return page(
    'Contoso Invoicing',
    `<p>A small invoicing service with a REST API. Describe it once as a connector, then use it in flows.</p>
<ul class="links">
<li><a href="/documentation">Documentation</a><span>Every operation with its parameters and answers.</span></li>
<li><a href="/swagger.json">Open API definition</a><span>The description of the API as a file, to save and import.</span></li>
<li><a href="/api-key">API Key</a><span>A key of your own. Invoices and webhooks belong to the key that made them.</span></li>
<li><a href="/logo.png" download="contoso-invoicing.png">Download Logo</a><span>The icon for your connector, 160 × 160 PNG.</span></li>
</ul>
<p class="soft">The service runs on this machine and keeps its data here.</p>`,
    { home: true },
  );
}
