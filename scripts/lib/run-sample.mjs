// The sample API beside the product: ends when the process that started it ends, however that happened.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
await import('../../dist/sample.mjs');
