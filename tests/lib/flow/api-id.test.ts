// How flows name APIs.
import { describe, expect, it } from 'vitest';
import { apiIdOfName, apiName, slugOf, toApiId } from '@/lib/flow/api-id';

describe('the id of an API', () => {
  it('is made of a slug, and gives it back whatever the case', () => {
    const id = toApiId('contoso-invoicing');
    expect(id).toBe('/providers/Microsoft.PowerApps/apis/shared_contoso-invoicing');
    expect(slugOf(id)).toBe('contoso-invoicing');
    expect(slugOf(id.toUpperCase())).toBe('contoso-invoicing');
    expect(apiName(id)).toBe('shared_contoso-invoicing');
  });

  it('has no slug where it names something else', () => {
    expect(slugOf(apiIdOfName('office365'))).toBeUndefined();
    expect(slugOf('')).toBeUndefined();
  });
});
