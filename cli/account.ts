// `flowright account reset-password`: for whoever runs the machine. Ends all sessions of the account.
import { stderr, stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { resetPasswordIn } from '@/server/auth/reset-password';
import { commandGroup } from './group';

export function register(program: Command): void {
  commandGroup(program, 'account')
    .command('reset-password')
    .description('Sets a new password; every session of the account ends.')
    .option('--email <address>', 'which account; not needed where there is one')
    .option('--password-stdin', 'read the password from standard input instead of asking')
    .option('--json', 'print one JSON document')
    .action(async (options: { email?: string; passwordStdin?: boolean; json?: boolean }) => {
      const password = options.passwordStdin ? await readAll() : await ask('New password: ');
      const result = await resetPasswordIn(process.env, { email: options.email, password });
      if (options.json) console.log(JSON.stringify(result));
      else console.log(result.ok ? `The password of ${result.email} was changed.` : result.message);
      process.exitCode = result.ok ? 0 : 1;
    });
}

async function readAll(): Promise<string> {
  let text = '';
  for await (const chunk of stdin) text += String(chunk);
  return text.replace(/\r?\n$/, '');
}

/** Asks without showing what is typed. */
function ask(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: stdin, output: silent, terminal: true });
  stderr.write(question);
  return new Promise((done) => {
    reader.question('', (answer) => {
      reader.close();
      stderr.write('\n');
      done(answer);
    });
  });
}
