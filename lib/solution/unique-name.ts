// The name under which a solution travels (Power Platform solution packages, SolutionManifest UniqueName).

const pattern = /^[A-Za-z_][A-Za-z0-9_]{0,64}$/;

/** Why a solution cannot have this name; undefined when it can. */
export function uniqueNameError(name: string): string | undefined {
  if (name === '') return 'Name is required.';
  if (name.length > 65) return 'A name may have up to 65 characters.';
  return pattern.test(name)
    ? undefined
    : 'A name has letters, digits and underscores only, and does not begin with a digit.';
}

/** The name that a display name suggests: its letters, digits and underscores. `Contoso invoicing` becomes `Contosoinvoicing`. */
export function toUniqueName(displayName: string): string {
  const plain = displayName.normalize('NFKD').replace(/[^A-Za-z0-9_]/g, '') || 'Solution';
  return (/^[A-Za-z_]/.test(plain) ? plain : `_${plain}`).slice(0, 60);
}
