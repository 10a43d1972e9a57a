// How flows name our connectors: `/providers/Microsoft.PowerApps/apis/shared_<slug>` (Power Platform, connection references).
import type { ConnectionReferences } from '@/lib/flow/definition';

const prefix = '/providers/Microsoft.PowerApps/apis/shared_';

export function toApiId(slug: string): string {
  return `${prefix}${slug}`;
}

/** The slug in an apiId of ours; undefined for any other. Ids are compared without regard to case. */
export function slugOf(apiId: string): string | undefined {
  return apiId.toLowerCase().startsWith(prefix.toLowerCase())
    ? apiId.slice(prefix.length).toLowerCase()
    : undefined;
}

/** Reads what a flow row keeps. */
export function readReferences(text: string): ConnectionReferences {
  return JSON.parse(text) as ConnectionReferences;
}
