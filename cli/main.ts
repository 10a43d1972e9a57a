// `flowright <command>`: the command line. A command's code is loaded when the command is run, so that starting stays fast.
import { Command, CommanderError } from 'commander';

type Register = (program: Command) => void;

/** First word of the command line -> the files that add its commands. */
const groups: Record<string, (() => Promise<{ register: Register }>)[]> = {
  connector: [() => import('./connector-check')],
  flow: [() => import('./flow-check'), () => import('./flow-run')],
  expr: [() => import('./expr')],
  account: [() => import('./account')],
};

async function main(words: string[]): Promise<void> {
  const program = new Command('flowright')
    .description('Checks connectors and flows, runs flows, tries expressions, without a server.')
    .version('0.1.0')
    .exitOverride()
    .showHelpAfterError();
  const chosen = Object.hasOwn(groups, words[0] ?? '') ? groups[words[0] ?? ''] : undefined;
  for (const load of chosen ?? Object.values(groups).flat()) (await load()).register(program);
  await program.parseAsync(words, { from: 'user' });
}

/** 0 good, 1 problems found, 2 wrong use. */
main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
