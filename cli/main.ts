// `flowright <command>`: the command line. A command's code is loaded when the command is run, so that starting stays fast.
import { Command, CommanderError } from 'commander';
import { version } from '@/package.json';
import { UsageError } from './usage-error';

type Register = (program: Command) => void;

/** First words of the command line -> the file that adds the command. */
const commands: Record<string, () => Promise<{ register: Register }>> = {
  'connector check': () => import('./connector-check'),
  'flow check': () => import('./flow-check'),
  'flow run': () => import('./flow-run'),
  expr: () => import('./expr'),
  account: () => import('./account'),
};

/** The commands that the words may mean: one where they name one, else a group, else all, for the help. */
function listMeant(words: string[]): string[] {
  const names = Object.keys(commands);
  const exact = names.filter((name) => name === words[0] || name === `${words[0]} ${words[1]}`);
  if (exact.length > 0) return exact;
  const group = names.filter((name) => name.startsWith(`${words[0]} `));
  return group.length > 0 ? group : names;
}

async function main(words: string[]): Promise<void> {
  const program = new Command('flowright')
    .description('Checks connectors and flows, runs flows, tries expressions, without a server.')
    .version(version)
    .exitOverride()
    .showHelpAfterError();
  for (const name of listMeant(words)) (await commands[name]?.())?.register(program);
  await program.parseAsync(words, { from: 'user' });
}

/** 0 good, 1 problems found or the product failed, 2 wrong use. */
main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
