import type { OrganisationSettings } from '@/lib/domain/organisation';
import { momentInList } from '@/lib/text/days';

type Site = { name: string; settings: OrganisationSettings };
type Article = { title: string; publishedAt: Date };

/**
 * The labels of a government page (国办发〔2017〕47号), spelt as the notice spells them: site labels on every page, those of
 * the column where it is one or lies in one, those of the article on its own page. What nobody has set is left out.
 */
export function pageLabels(
  { name, settings: { site } }: Site,
  inColumn: boolean,
  article?: Article,
): Record<string, string> {
  const labels = {
    SiteName: site.name || name,
    SiteDomain: site.domain,
    SiteIDCode: site.idCode,
    ...(inColumn && {
      ColumnName: site.reportColumn,
      ColumnDescription: `${name}按年度公布政府信息公开工作年度报告`,
      ColumnKeywords: '政府信息公开,年度报告,政府信息公开年报',
      ColumnType: '信息公开目录',
    }),
    ...(article && {
      ArticleTitle: article.title,
      PubDate: momentInList(article.publishedAt),
      ContentSource: name,
    }),
  };
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''));
}
