// Entry of the product: `node dist/server.mjs`. Prints where it is, ends in good order on Ctrl-C.
import { startBackend } from './backend';
import { serve } from './serve';
import { readSettings } from './settings';
import { startLines } from './start-lines';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const serving = await serve({ settings, development: false, startBackend });
  for (const line of startLines(serving)) console.log(line);
  process.send?.({ ready: serving.url });

  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log('Stopping: calls under way finish, the rest goes on at the next start.');
    serving.stop(tellWait).then(
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

function tellWait(calls: number): void {
  const what = calls === 1 ? 'one call that must' : `${calls} calls that must`;
  console.log(
    `Waiting for ${what} not be sent twice. Ctrl-C again ends at once; somebody then has to decide what became of it.`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
