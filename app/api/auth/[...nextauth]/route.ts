import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/server/people/auth-options';
import { admitted } from '@/lib/server/people/next-auth-request';

// Offices open us by host name, by address and through a proxy: next-auth takes the host of the request.
process.env.AUTH_TRUST_HOST ??= 'true';

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const asked = await admitted(request, (await context.params).nextauth);
  if (!asked) return Response.json({}, { status: 400 });
  return NextAuth(asked, context, authOptions(request.headers));
}

export { handler as GET, handler as POST };
