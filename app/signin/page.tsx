// /signin
import { redirect } from 'next/navigation';
import { returnPath } from '@/components/account/return-path';
import { SignInPage } from '@/components/account/sign-in-page';
import { pageSession } from '@/server/auth/page-session';

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { next } = await searchParams;
  const path = returnPath(typeof next === 'string' ? next : undefined);
  const session = await pageSession();
  if (session.state === 'setup') redirect('/setup');
  if (session.state === 'signed-in') redirect(path);
  return <SignInPage next={path} />;
}
