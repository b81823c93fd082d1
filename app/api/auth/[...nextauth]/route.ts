import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/server/auth-options';

// Offices open us by host name, by address and through a proxy: next-auth takes the host of the request.
process.env.AUTH_TRUST_HOST ??= 'true';

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: Context) => NextAuth(request, context, authOptions(request.headers));

export { handler as GET, handler as POST };
