import type { IncomingMessage, ServerResponse } from 'node:http';
import { closedPolicy, securityHeaders } from '@/lib/server/security-headers';
import type { Sender } from '@/server/sender';

/** Who has answered: counted and written to the log. */
export type By = 'memory' | 'rendered' | 'next' | 'probe' | 'refused' | 'limited' | 'away' | 'failed' | 'nobody';

/** One request on its way through the house. */
export type Visit = { request: IncomingMessage; response: ServerResponse; sender: Sender; by: By };

/** What is counted and written down of it. */
export type Noted = Omit<Visit, 'sender'>;

const plain = { ...securityHeaders, 'Content-Security-Policy': closedPolicy };
export const secureTransport = ['Strict-Transport-Security', 'max-age=31536000'] as const;
const secured = { ...plain, [secureTransport[0]]: secureTransport[1] };

/** What an answer to this visitor carries unless it says otherwise; HSTS only where the reader came by TLS. */
export const headersFor = ({ secure }: Sender): Readonly<Record<string, string>> => (secure ? secured : plain);

/** Before the answer is left to somebody who may know nothing of these headers. */
export function prepare({ response, sender }: Visit) {
  for (const [name, value] of Object.entries(headersFor(sender))) response.setHeader(name, value);
}
