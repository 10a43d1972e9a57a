// What can be wrong with a machine before anything is installed, each with the sentence that says what to do.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export function say(text) {
  console.log(text);
}

/** Ends the process with one sentence. */
export function fail(error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(
    `Flowright needs Node 20.19 or newer, and this is ${process.versions.node}. Install it from https://nodejs.org.`,
  );
}

export function checkFolder(folder, what) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch {
    throw new Error(
      `${folder} (${what}) may not be written by this user. Give yourself write permission, or choose another place.`,
    );
  }
}

/** The port that a variable names. Throws one sentence when it names none. */
export function readPort(name, standard, env = process.env) {
  const value = Number(env[name] || standard);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new Error(`${name} is a number from 0 to 65535.`);
}
