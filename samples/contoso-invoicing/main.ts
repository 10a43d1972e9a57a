// Runs the sample API by itself: `SAMPLE_PORT` (5080), `SAMPLE_DATA` (the data file).
import { startSample } from './server';

const port = Number(process.env.SAMPLE_PORT || 5080);
const dataFile = process.env.SAMPLE_DATA || './data/contoso-invoicing.json';

try {
  const sample = await startSample({ port, dataFile });
  console.log(`Contoso Invoicing listens on ${sample.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sample.close().then(() => process.exit(0)));
  }
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(
    taken
      ? `Port ${port} is taken. Set SAMPLE_PORT to a free port.`
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exitCode = 1;
}
