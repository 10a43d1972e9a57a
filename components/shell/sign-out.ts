// Ends the session: the server closes its row when the cookie is given back. What was typed here goes with it. The sign-in page
// comes from where the product is open now, which need not be the address that the server knows of itself.
'use client';
import { signOut } from 'next-auth/react';
import { notifyError } from '../ui/toast';
import { forgetAllKept } from '../ui/use-kept';

export function leave(): void {
  forgetAllKept();
  signOut({ redirect: false }).then(() => window.location.assign('/signin'), notifyError);
}
