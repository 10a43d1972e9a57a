// `flowright account reset-password`: for whoever runs the machine. Ends all sessions of the account.
import { stderr, stdin } from 'node:process';
import type { Command } from 'commander';
import { type ResetResult, resetPasswordIn } from '@/server/auth/reset-password';
import { askPassword, readAll } from './ask-password';
import { commandGroup } from './group';

interface ResetOptions {
  email?: string;
  passwordStdin?: boolean;
  json?: boolean;
}

export function register(program: Command): void {
  commandGroup(program, 'account')
    .command('reset-password')
    .description('Sets a new password; every session of the account ends.')
    .option('--email <address>', 'which account; not needed where there is one')
    .option('--password-stdin', 'read the password from standard input instead of asking')
    .option('--json', 'print one JSON document')
    .action(async (options: ResetOptions) => {
      const result = await reset(options);
      if (options.json) console.log(JSON.stringify(result));
      else console.log(result.ok ? `The password of ${result.email} was changed.` : result.message);
      process.exitCode = result.ok ? 0 : 1;
    });
}

async function reset({ email, passwordStdin }: ResetOptions): Promise<ResetResult> {
  let password: string;
  try {
    password = passwordStdin ? await readAll(stdin) : await askPassword({ input: stdin, output: stderr });
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  return resetPasswordIn(process.env, { email, password });
}
