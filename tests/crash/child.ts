// The process that is killed: the product without its pages, on the data folder that the environment names.
import { startBackend } from '@/server/backend';
import { createListener } from '@/server/listener';
import { readSettings } from '@/server/settings';

const settings = readSettings(process.env);
const address = { url: `http://127.0.0.1:${settings.port}` };
const backend = await startBackend({ settings, publicUrl: () => address.url });
const listener = createListener({
  settings,
  development: false,
  upgrade: undefined,
  backend: async () => backend,
  pages: async (_request, response) => {
    response.writeHead(404).end('The pages are left out here.');
  },
});
await listener.open();
address.url = `http://127.0.0.1:${listener.port()}`;
process.send?.({ port: listener.port() });
