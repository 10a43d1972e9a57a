// Signs in with e-mail and password; says in words why it did not work.
import { getCsrfToken, signIn } from 'next-auth/react';

const silence = 'The server did not answer. Is it still running?';

/** Undefined when signed in, else the sentence to show. */
export async function enter(email: string, password: string): Promise<string | undefined> {
  try {
    // Without an answer signIn leaves the page for one that cannot be shown either; this only comes back empty.
    if ((await getCsrfToken()) === undefined) return silence;
    const answer = await signIn('credentials', { email, password, redirect: false });
    if (answer?.ok && !answer.error) return undefined;
    const reason = answer?.error ?? '';
    return reason === '' || reason === 'CredentialsSignin'
      ? 'E-mail and password do not belong together.'
      : reason;
  } catch {
    return silence;
  }
}
