// Ends the session: the server closes its row when the cookie is given back. What was typed here goes with it.
'use client';
import { signOut } from 'next-auth/react';
import { notifyError } from '../ui/toast';
import { forgetAllKept } from '../ui/use-kept';

export function leave(): void {
  forgetAllKept();
  signOut({ callbackUrl: '/signin' }).catch(notifyError);
}
