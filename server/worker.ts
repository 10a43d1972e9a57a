// Entry of `npm run worker`: the engine without pages. Any number of them may work on one database.
// Ends in good order on Ctrl-C.
import { limits } from '@/lib/limits';
import { startBackend } from './backend';
import { readSettings } from './settings';

async function main(): Promise<void> {
  const settings = { ...readSettings(process.env), engine: 'inline' as const };
  const publicUrl = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
  const backend = await startBackend({ settings, publicUrl: () => publicUrl });
  if (backend.copy !== undefined)
    console.log(`The database was upgraded; a copy of the former one is ${backend.copy}`);
  console.log('The engine runs.');
  process.send?.({ ready: true });
  // Nothing else holds a process that listens to nobody.
  const alive = setInterval(() => undefined, 2 ** 30);

  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    clearInterval(alive);
    console.log('Stopping: calls under way finish, the rest goes on elsewhere or at the next start.');
    backend.stop({ graceMs: 10_000, patienceMs: limits.callMilliseconds.value + 5_000 }).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
