// Ends the session on the server first, then forgets its cookie.
'use client';
import { useMutation } from '@tanstack/react-query';
import { signOut } from 'next-auth/react';
import { notifyError } from '../ui/toast';
import { useTRPC } from './trpc';

export function useSignOut(): () => void {
  const trpc = useTRPC();
  const end = useMutation({
    ...trpc.account.signOut.mutationOptions(),
    onSuccess: () => signOut({ callbackUrl: '/signin' }),
    onError: notifyError,
  });
  return () => end.mutate();
}
