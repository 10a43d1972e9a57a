// next-auth's configuration; imported by its route only, because the package is CommonJS and belongs in Next's bundle.
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { authDoor, type SignedIn } from './door';

const thirtyDays = 30 * 24 * 60 * 60;

export function nextAuthOptions(): NextAuthOptions {
  return {
    secret: authDoor().secret,
    pages: { signIn: '/signin', error: '/signin' },
    session: { strategy: 'jwt', maxAge: thirtyDays },
    providers: [
      CredentialsProvider({
        name: 'Flowright',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials, request) {
          const source = String(request.headers?.['x-forwarded-for'] ?? 'unknown');
          const words = { email: credentials?.email, password: credentials?.password, source };
          return (await authDoor().signIn(words)) ?? null;
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (!isSignedIn(user)) return token;
        return { sub: user.id, sessionId: user.sessionId, sessionVersion: user.sessionVersion };
      },
      redirect({ url, baseUrl }) {
        if (url.startsWith('/') && !url.startsWith('//') && !url.startsWith('/\\')) return `${baseUrl}${url}`;
        return URL.canParse(url) && new URL(url).origin === baseUrl ? url : baseUrl;
      },
    },
    events: {
      signOut({ token }) {
        if (typeof token?.sessionId === 'string') authDoor().endSession(token.sessionId);
      },
    },
  };
}

function isSignedIn(user: unknown): user is SignedIn {
  return typeof user === 'object' && user !== null && 'sessionId' in user;
}
