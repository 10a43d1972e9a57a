// Hostile callers against sign-in, roles and environments (abuse-cases.json, category authz).
export const handlers: Record<string, () => void | Promise<void>> = {};
