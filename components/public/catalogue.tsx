import { publicAddress, type Size } from '@/lib/domain/public-address';
import { partNames, shortBasis } from '@/lib/text/public-lists';

export type CountedNode = {
  kind: keyof typeof partNames;
  code: string;
  label: string;
  basis: string;
  closed: boolean;
  count: number;
  below: readonly CountedNode[];
};

type CatalogueProps = { slug: string; size: Size; nodes: readonly CountedNode[] };

/** The whole catalogue with how much is in each node, and what law it rests on. */
export function Catalogue({ slug, size, nodes }: CatalogueProps) {
  return partsOf(nodes).map(({ kind, nodes }) => (
    <section key={kind} className="catalogue-part" aria-labelledby={kind}>
      <h2 id={kind}>{partNames[kind]}</h2>
      <Nodes nodes={nodes} slug={slug} size={size} />
    </section>
  ));
}

function Nodes({ nodes, slug, size }: CatalogueProps) {
  return (
    <ul className="catalogue-nodes">
      {nodes.map(({ code, label, basis, closed, count, below }) => (
        <li key={code}>
          <a href={publicAddress(size, slug, 'catalogue', code)}>{label}</a>
          <span className="count">{count}条</span>
          {(basis || closed) && (
            <p className="basis-line">
              {shortBasis(basis)}
              {closed && '（已停用，已公开的信息仍可查阅）'}
            </p>
          )}
          {below.length > 0 && <Nodes nodes={below} slug={slug} size={size} />}
        </li>
      ))}
    </ul>
  );
}

/** The same beside the home page: only what has something in it. */
export function CatalogueAside({ slug, size, nodes }: CatalogueProps) {
  return (
    <aside className="catalogue-aside" aria-labelledby="catalogue">
      <h2 id="catalogue">公开目录</h2>
      {partsOf(nodes.filter(({ count }) => count > 0)).map(({ kind, nodes }) => (
        <section key={kind} aria-labelledby={`aside-${kind}`}>
          <h3 id={`aside-${kind}`}>{partNames[kind]}</h3>
          <ul>
            {nodes.map(({ code, label, count }) => (
              <li key={code}>
                <a href={publicAddress(size, slug, 'catalogue', code)}>
                  {label}
                  <span>（{count}）</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <a href={publicAddress(size, slug, 'catalogue')}>全部目录</a>
      </p>
    </aside>
  );
}

const parts = ['article_20', 'article_21', 'own'] as const;

const partsOf = (nodes: readonly CountedNode[]) =>
  parts
    .map((kind) => ({ kind, nodes: nodes.filter((node) => node.kind === kind) }))
    .filter(({ nodes }) => nodes.length > 0);
