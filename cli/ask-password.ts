// Asks for a new password: twice on a terminal, without showing what is typed; from a pipe it is read as it comes.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export interface Terminal {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  /** Questions go here, because standard output belongs to the answer. */
  output: NodeJS.WritableStream;
}

/** Throws one sentence when nothing usable was typed. */
export async function askPassword({ input, output }: Terminal): Promise<string> {
  if (input.isTTY !== true) return readAll(input);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input, output: silent, terminal: true });
  const lines = reader[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    output.write(question);
    const { done, value } = await lines.next();
    output.write('\n');
    if (done) throw new Error('Nothing was changed.');
    return value;
  };
  try {
    const password = await ask('New password: ');
    if ((await ask('The same again: ')) === password) return password;
    throw new Error('The two passwords differ. Nothing was changed.');
  } finally {
    reader.close();
  }
}

/** What a pipe holds, without the end of its last line. */
export async function readAll(input: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of input) text += String(chunk);
  const password = text.replace(/\r?\n$/, '');
  if (password === '') throw new Error('No password was given. Nothing was changed.');
  return password;
}
