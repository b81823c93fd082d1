import 'server-only';
import { isIP } from 'node:net';
import { z } from 'zod';

const postgresAddress = z.url({ protocol: /^postgres(ql)?$/ });
const webAddress = z.url({ protocol: /^https?$/ });

const addresses = z
  .string()
  .transform((list) => list.split(',').map((address) => address.trim()))
  .refine((list) => list.every((address) => isIP(address) > 0));

// Keys of AES-256 as id:base64, the one in use last.
const requestKeys = z
  .string()
  .transform((list) => list.split(',').map((entry) => /^\s*([\w-]{1,40}):([A-Za-z0-9+/]{43}=)\s*$/.exec(entry)))
  .refine((entries) => entries.every((entry) => entry !== null))
  .transform((entries) =>
    entries.map((entry) => ({ id: entry?.[1] ?? '', bytes: Buffer.from(entry?.[2] ?? '', 'base64') })),
  )
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length);

// Every variable stands in .env.example too; a test compares the two.
export const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: webAddress.optional(),
  BASE_PATH: z
    .string()
    .regex(/^(?:\/[\w~-][\w.~-]*)+$/)
    .refine((path) => !/^\/(?:l|admin|api|_next)(?:\/|$)/.test(path))
    .default(''),
  TRUSTED_PROXIES: addresses.default([]),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_OWNER_URL: postgresAddress.optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  SESSION_SECRET: z.string().min(32).optional(),
  REQUEST_KEYS: requestKeys.optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  FORMATS_DIR: z.string().optional(),
  FONTS_DIR: z.string().optional(),
  VERIFY_AT: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .default('02:30'),
  GONGKAI_DEMO: z.enum(['on', 'off']).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type Environment = z.infer<typeof environmentSchema>;

/** Whether an empty database gets the demonstration: its passwords are public, so not where the product has a public address. */
export const wantsDemonstration = ({ GONGKAI_DEMO, PUBLIC_URL }: Environment) =>
  (GONGKAI_DEMO ?? (PUBLIC_URL ? 'off' : 'on')) === 'on';

/** The variables that were refused, all of them at once. lib/text/start.ts says it in Chinese. */
export class EnvironmentRefused extends Error {
  constructor(readonly names: readonly string[]) {
    super(`environment refused: ${names.join(', ')}`);
  }
}

export function environment(source: Record<string, string | undefined> = process.env): Environment {
  // A variable set to nothing is a variable not set: unit files and compose files write them so.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new EnvironmentRefused([...new Set(parsed.error.issues.map(({ path }) => path.join('.')))]);
}
