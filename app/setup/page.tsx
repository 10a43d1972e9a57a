// /setup: the first account, once.
import { redirect } from 'next/navigation';
import { SetupPage } from '@/components/account/setup-page';
import { pageSession } from '@/server/auth/page-session';

export default async function Page() {
  if ((await pageSession()).state !== 'setup') redirect('/');
  return <SetupPage />;
}
