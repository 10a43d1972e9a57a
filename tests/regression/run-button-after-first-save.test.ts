// After the first Save the flow's page still knew the flow as never saved, and Run stayed disabled: what had been read
// within the last seconds counted as fresh, whatever had been changed meanwhile.
import { expect, it } from 'vitest';
import { createQueryClient } from '@/components/shell/trpc';

it('a page never begins with what was read before the last change', async () => {
  const client = createQueryClient();
  const queryKey = ['flow'];
  await client.fetchQuery({ queryKey, queryFn: async () => ({ version: 0 }) });
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(false);

  await client
    .getMutationCache()
    .build(client, { mutationFn: async () => 'saved' })
    .execute(undefined);

  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
  expect(client.getQueryData(queryKey)).toEqual({ version: 0 });
});
