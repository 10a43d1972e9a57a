// Which window this is: the same after a reload, another one in a duplicated tab. Other windows can ask whether it is open.
'use client';
import { useEffect, useState } from 'react';

const key = 'flowright.window';
const prefix = 'flowright.window.';
/** How long the page before a reload may take to let go of its id. */
const patienceMs = 500;

function makeId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(36)).join('');
}

function keptId(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function keepId(id: string) {
  try {
    sessionStorage.setItem(key, id);
  } catch {
    // Without it a reload is a new window, and what this one kept is offered there.
  }
}

/** The locks of the browser; absent where the page came over plain http from another machine. */
function locks(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.locks;
}

/** Holds the id for as long as the page is open; false when another window has it. */
function hold(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    const manager = locks();
    if (!manager) {
      resolve(true);
      return;
    }
    manager
      .request(prefix + id, { signal: AbortSignal.timeout(patienceMs) }, () => {
        resolve(true);
        return new Promise(() => undefined);
      })
      .catch(() => resolve(false));
  });
}

async function findId(): Promise<string> {
  const kept = keptId();
  if (kept !== undefined && (await hold(kept))) return kept;
  const made = makeId();
  keepId(made);
  await hold(made);
  return made;
}

let found: Promise<string> | undefined;

/** The id of this window; undefined for the moment in which it is found out. */
export function useWindowId(): string | undefined {
  const [id, setId] = useState<string>();
  useEffect(() => {
    found ??= findId();
    void found.then(setId);
  }, []);
  return id;
}

/** Ids of the windows that are open; undefined where the browser cannot tell. */
export async function listOpenWindows(): Promise<ReadonlySet<string> | undefined> {
  const held = (await locks()?.query())?.held;
  return (
    held && new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])))
  );
}
