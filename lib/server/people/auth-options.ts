import 'server-only';
import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { line, secret } from '@/lib/domain/input';
import { now } from '@/lib/server/clock';
import { absoluteLimit, cookieOptions, sessionCookie, sessionSecret } from '@/lib/server/people/session-cookie';
import { addressOf, signIn, signOut } from '@/lib/server/people/sign-in';
import { standingOf } from '@/lib/server/people/sign-in-session';
import { Refusal } from '@/lib/server/refusal';

const credentials = z.object({ signInName: line(64), password: secret });
const token = z.object({ sid: z.uuid() });

/** next-auth keeps the cookie, which only names a session; whether the session holds is asked of the database. */
export const authOptions = (request: Pick<Headers, 'get'>): AuthOptions => ({
  secret: sessionSecret(),
  session: { strategy: 'jwt', maxAge: absoluteLimit / 1000 },
  pages: { signIn: '/admin/sign-in', signOut: '/admin', error: '/admin/sign-in' },
  cookies: { sessionToken: { name: sessionCookie, options: cookieOptions(request) } },
  providers: [
    CredentialsProvider({
      credentials: { signInName: {}, password: {} },
      async authorize(typed) {
        const parsed = credentials.safeParse(typed);
        if (!parsed.success) return null;
        return signInOrNull(parsed.data, addressOf(request.get('x-forwarded-for')));
      },
    }),
  ],
  callbacks: {
    jwt: ({ token: held, user }) => (user ? { sid: user.id } : held),
    async session({ session, token: held }) {
      const standing = await standingOf(token.parse(held).sid, now());
      return 'actor' in standing ? { ...session, user: { name: standing.actor.name } } : { expires: session.expires };
    },
  },
  events: {
    async signOut({ token: held }) {
      const parsed = token.safeParse(held);
      const standing = parsed.success ? await standingOf(parsed.data.sid, now()) : null;
      if (standing && 'actor' in standing) await signOut(standing.actor);
    },
  },
});

// next-auth writes the message of an error into an address: a refusal gets none.
async function signInOrNull({ signInName, password }: z.infer<typeof credentials>, address: string) {
  try {
    return { id: await signIn(signInName, password, address) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw new Error('sign-in is out of order', { cause: error });
  }
}
