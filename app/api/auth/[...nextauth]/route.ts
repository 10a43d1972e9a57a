// Sign-in and sign-out by next-auth; every other address below /api is answered by the custom server.
import NextAuth from 'next-auth';
import { nextAuthOptions } from '@/server/auth/next-auth-options';

type Context = { params: Promise<{ nextauth: string[] }> };

function handler(request: Request, context: Context): Promise<Response> {
  return NextAuth(nextAuthOptions())(request, context) as Promise<Response>;
}

export { handler as GET, handler as POST };
