// The browser's end of the API: one tRPC client, one query cache, typed by the server's router.
'use client';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { type ReactNode, useState } from 'react';
import superjson from 'superjson';
import type { AppRouter } from '@/server/api/router';
import { describeError } from '../ui/describe-error';
import { reportReach } from './reach';

const { TRPCProvider, ...hooks } = createTRPCContext<AppRouter>();

export const { useTRPC, useTRPCClient } = hooks;

const url = '/api/trpc';

function createClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url, transformer: superjson }),
        // A flow may name many connectors, and a call that does not fit into an address by itself is never sent.
        false: httpBatchLink({ url, transformer: superjson, maxURLLength: 7000 }),
      }),
    ],
  });
}

/** A session that ended sends the person to the sign-in page and back. */
function noticeError(error: unknown): void {
  const { code, answered } = describeError(error);
  reportReach(answered);
  if (code !== 'UNAUTHENTICATED' || window.location.pathname === '/signin') return;
  const next = window.location.pathname + window.location.search;
  window.location.assign(`/signin?next=${encodeURIComponent(next)}`);
}

/** The query cache of a browser tab. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: noticeError, onSuccess: () => reportReach(true) }),
    mutationCache: new MutationCache({
      onError: noticeError,
      onSuccess() {
        reportReach(true);
        // Whatever changed, no page may begin with what was read before it. What is on the screen stays as it is.
        void client.invalidateQueries({ refetchType: 'none' });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 3000,
        // An answer with a code is an answer; only silence is worth another try.
        retry: (failures, error) => failures < 2 && !describeError(error).answered,
      },
    },
  });
  return client;
}

export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [client] = useState(createClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
