import type { NextConfig } from 'next';

export default {
  poweredByHeader: false,
  // script/test checks the types, of the tests too; a server that is being set up need not.
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ['127.0.0.1'],
  // Native code, and what must be the same module for Next.js and for the process around it.
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', '@prisma/client', 'pg', 'pino'],
} satisfies NextConfig;
