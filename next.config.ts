import type { NextConfig } from 'next';

export default {
  poweredByHeader: false,
  // Native code, and what must be the same module for Next.js and for the process around it.
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', '@prisma/client', 'pg', 'pino'],
} satisfies NextConfig;
