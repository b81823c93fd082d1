const id = /^(?=.*\d)[\w-]{16,}$/;
const plain = /^[a-z0-9._-]{1,60}$/;

/**
 * What the log keeps of an address: its plain steps. What may name or open something of a person is left out: the query,
 * whatever is written in other letters, long identifiers, and everything below the second step of what was refused.
 */
export function loggedPath(url: string, status: number): string {
  const steps = (url.split('?', 1)[0] ?? '').split('/').slice(1);
  const kept = status >= 400 && status < 500 ? steps.slice(0, 1) : steps;
  const told = kept.map((step) => (step === '' ? '' : id.test(step) ? ':id' : plain.test(step) ? step : ':text'));
  return `/${told.join('/')}${kept.length < steps.length ? '/…' : ''}`;
}
