// Reads the cookies that hold a person's looks; anything unknown becomes the default.
export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  density: 'default' | 'comfortable' | 'compact';
  rail: 'narrow' | 'wide';
}

function oneOf<T extends string>(value: string | undefined, allowed: readonly [T, ...T[]]): T {
  return allowed.find((candidate) => candidate === value) ?? allowed[0];
}

export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  return {
    theme: oneOf(cookie('flowright-theme'), ['system', 'light', 'dark']),
    density: oneOf(cookie('flowright-density'), ['default', 'comfortable', 'compact']),
    rail: oneOf(cookie('flowright-rail'), ['narrow', 'wide']),
  };
}
