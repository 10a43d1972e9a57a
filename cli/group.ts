// Commands of one group live in several files: `flow check` and `flow run` find or make their parent here.
import type { Command } from 'commander';

const descriptions: Record<string, string> = {
  connector: 'Connector definitions and packages.',
  flow: 'Flow definitions.',
  account: 'Accounts of this installation.',
};

/** The command `name` of the program, made when it is asked for first. Wrong use inside it is reported like the program's own. */
export function commandGroup(program: Command, name: string): Command {
  const present = program.commands.find((command) => command.name() === name);
  if (present !== undefined) return present;
  return program
    .command(name)
    .description(descriptions[name] ?? '')
    .copyInheritedSettings(program);
}
