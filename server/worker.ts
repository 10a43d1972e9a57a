// Entry of `npm run worker`: the engine without pages. Ends in good order on Ctrl-C.
import { startBackend } from './backend';
import { readSettings } from './settings';

async function main(): Promise<void> {
  const settings = { ...readSettings(process.env), engine: 'inline' as const };
  const publicUrl = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
  const backend = await startBackend({ settings, publicUrl: () => publicUrl });
  console.log('The engine runs.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      backend.stop(10_000).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
