// Ends the session: the server closes its row when the cookie is given back.
'use client';
import { signOut } from 'next-auth/react';
import { notifyError } from '../ui/toast';

export function leave(): void {
  signOut({ callbackUrl: '/signin' }).catch(notifyError);
}
