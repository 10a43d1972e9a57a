// What every page asks first: is somebody signed in? If not, the way leads to sign-in and back, or to the first run.
import { redirect } from 'next/navigation';
import { signInPath } from '@/components/account/return-path';
import { pageSession, requestedPath } from '@/server/auth/page-session';

export async function enter(): Promise<void> {
  const session = await pageSession();
  if (session.state === 'setup') redirect('/setup');
  if (session.state === 'signed-out') redirect(signInPath(await requestedPath()));
}
