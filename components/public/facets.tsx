export type Facet = {
  /** 年份 */
  name: string;
  choices: readonly { key: string; label: string; count: number; href: string; chosen: boolean }[];
};

/** Leaves of a list what is of one year, of one node. The chosen one leads back to all. */
export function Facets({ facets }: { facets: readonly Facet[] }) {
  return facets
    .filter(({ choices }) => choices.length > 0)
    .map(({ name, choices }) => (
      <nav key={name} className="facet" aria-label={`按${name}筛选`}>
        <h2>{name}</h2>
        <ul>
          {choices.map(({ key, label, count, href, chosen }) => (
            <li key={key}>
              <a href={href} aria-current={chosen ? 'true' : undefined}>
                {label}
                <span>（{count}）</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    ));
}
