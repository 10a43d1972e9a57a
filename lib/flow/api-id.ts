// How flows name an API: `/providers/Microsoft.PowerApps/apis/shared_<slug>` (Power Platform, connection references).
// The slug is a connector's own; ids and slugs are compared without regard to case.

const folder = '/providers/Microsoft.PowerApps/apis/';
const prefix = `${folder}shared_`.toLowerCase();

/** The id of the connector with this slug. */
export function toApiId(slug: string): string {
  return apiIdOfName(`shared_${slug}`);
}

/** The id of an API known by its name only, e.g. `shared_office365`. */
export function apiIdOfName(name: string): string {
  return `${folder}${name}`;
}

/** The name at the end of an id: `shared_<slug>`. */
export function apiName(apiId: string): string {
  return apiId.slice(apiId.lastIndexOf('/') + 1);
}

/** The slug in an id, in lower case; undefined for an id that names no connector. */
export function slugOf(apiId: string): string | undefined {
  const folded = apiId.toLowerCase();
  return folded.startsWith(prefix) ? folded.slice(prefix.length) : undefined;
}
