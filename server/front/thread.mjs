// A thread does not inherit what strips types in the one that starts it.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.server.json', import.meta.url)) });
await import('./thread.ts');
