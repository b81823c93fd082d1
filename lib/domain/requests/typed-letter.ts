/** The facts of a letter as somebody types them into its form: for tests. */
export function typedAs(input: unknown, prefix = ''): Record<string, string> {
  if (Array.isArray(input) && input.every((entry) => typeof entry === 'string')) return { [prefix]: input.join('\n') };
  if (typeof input !== 'object' || input === null) return { [prefix]: String(input) };
  const below = Object.entries(input).filter(([name]) => prefix !== '' || name !== 'kind');
  return Object.assign({}, ...below.map(([name, value]) => typedAs(value, prefix === '' ? name : `${prefix}.${name}`)));
}
