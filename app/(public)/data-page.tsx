import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Archives, FieldTable } from '@/components/public/data-tables';
import { Frame } from '@/components/public/frame';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { archiveYears } from '@/lib/server/public/public-data';
import { publicOrganisation } from '@/lib/server/public/public-organisation';
import { publicSite } from '@/lib/server/public/public-site';
import { siteMapParts } from '@/lib/server/public/public-sitemap';
import { dataName, dataWords, indexForms, siteMapNames } from '@/lib/text/open-data';
import { dataColumn, pageLabels } from '@/lib/text/page-labels';
import { feedName } from '@/lib/text/public-lists';

type DataPageProps = { slug: string; size: Size };

/** All that is public, to be taken along: a year as a ZIP, the index in three forms, and what its fields mean. */
export async function DataPage({ slug, size }: DataPageProps) {
  const organisation = await publicOrganisation(slug);
  if (!organisation) notFound();
  const years = await archiveYears(organisation.id);
  const { dataTerms } = organisation.settings.site;
  return (
    <Frame organisation={organisation} size={size} path={['data']} crumbs={[{ label: dataName }]}>
      <div className="data-page">
        <h1 className="page-title mb-2">{dataName}</h1>
        <p>{dataWords.intro}</p>
        <Archives slug={slug} years={years} />
        <section aria-labelledby="index">
          <h2 id="index">{dataWords.index}</h2>
          <p>{dataWords.indexHint}</p>
          <ul className="data-files">
            {Object.entries(indexForms).map(([extension, { name, use }]) => (
              <li key={extension}>
                <a href={publicAddress('standard', slug, 'data', `index.${extension}`)}>{name}</a>
                <span>{use}</span>
              </li>
            ))}
          </ul>
        </section>
        <FieldTable />
        {dataTerms && (
          <section aria-labelledby="terms">
            <h2 id="terms">{dataWords.terms}</h2>
            <p>{dataTerms}</p>
          </section>
        )}
        <Others slug={slug} organisationId={organisation.id} />
      </div>
    </Frame>
  );
}

/** What programs that look around are told: the feed, and the maps where addresses in full are known. */
async function Others({ slug, organisationId }: { slug: string; organisationId: string }) {
  const at = (...parts: (string | number)[]) => publicAddress('standard', slug, ...parts);
  const parts = publicSite().address === null ? [] : await siteMapParts(organisationId);
  return (
    <section aria-labelledby="others">
      <h2 id="others">{dataWords.others}</h2>
      <ul className="data-files">
        <li>
          <a href={at('feed.xml')}>{feedName}</a>
        </li>
        {publicSite().address !== null && (
          <li>
            <a href={at('sitemap.xml')}>{siteMapNames.pages}</a>
          </li>
        )}
        {parts.map(({ part }) => (
          <li key={part}>
            <a href={at('sitemap', `${part}.xml`)}>{siteMapNames.items(part, parts.length)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export async function dataMetadata(slug: string): Promise<Metadata> {
  const organisation = await publicOrganisation(slug);
  if (!organisation) return {};
  const column = dataColumn(organisation);
  return { title: { absolute: `${column.name} - ${organisation.name}` }, other: pageLabels(organisation, column) };
}
