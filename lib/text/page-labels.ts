import type { ColumnCode } from '@/lib/domain/catalogue/standard-columns';
import type { OrganisationSettings } from '@/lib/domain/organisation';
import { momentInList } from '@/lib/text/days';
import { dataName } from '@/lib/text/open-data';

type Site = { name: string; settings: OrganisationSettings };

/** What the notice wants to know of a column. */
export type Column = { name: string; description: string; keywords: string; type: string };

type Article = {
  title: string;
  publishedAt: Date /** Who made it; the organisation itself if not said. */;
  source?: string;
};

/**
 * The labels of a government page (国办发〔2017〕47号), spelt as the notice spells them: site labels on every page, those of
 * the column where it is one or lies in one, those of the article on its own page. `Description` is what search engines show, too. What nobody has set is left out.
 */
export function pageLabels(
  { name, settings: { site } }: Site,
  column: Column | null,
  article?: Article,
): Record<string, string> {
  const labels = {
    SiteName: site.name || name,
    SiteDomain: site.domain,
    SiteIDCode: site.idCode,
    ...(column && {
      ColumnName: column.name,
      ColumnDescription: column.description,
      ColumnKeywords: column.keywords,
      ColumnType: column.type,
    }),
    ...(article && {
      ArticleTitle: article.title,
      PubDate: momentInList(article.publishedAt),
      ContentSource: article.source ?? name,
    }),
    Description: article
      ? describing(article.title, article.source ?? name)
      : (column?.description ?? describing(name)),
    ...(article && { Keywords: column?.keywords ?? '政府信息公开' }),
  };
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''));
}

const describing = (...parts: readonly string[]) => [...parts, '政府信息公开'].join('，');

const type = '信息公开目录';

/** 政府信息公开年报 */
export const reportColumn = ({ name, settings }: Site): Column => ({
  name: settings.site.reportColumn,
  description: `${name}按年度公布政府信息公开工作年度报告`,
  keywords: '政府信息公开,年度报告,政府信息公开年报',
  type,
});

/** What the standard columns are called everywhere (国办公开办函〔2019〕61号). */
export const columnNames: Record<ColumnCode | 'catalogue', string> = {
  guide: '政府信息公开指南',
  system: '政府信息公开制度',
  catalogue: '法定主动公开内容',
};

/** 法定主动公开内容 */
export const catalogueColumn = ({ name }: Site): Column => ({
  name: columnNames.catalogue,
  description: `${name}按照《中华人民共和国政府信息公开条例》主动公开的政府信息`,
  keywords: `政府信息公开,${columnNames.catalogue},公开目录`,
  type,
});

/** 政府信息公开指南 */
export const guideColumn = ({ name }: Site): Column => ({
  name: columnNames.guide,
  description: `${name}政府信息公开指南：工作机构、申请渠道、办理流程、期限、收费和救济途径`,
  keywords: `${columnNames.guide},依申请公开,政府信息公开申请表`,
  type,
});

/** One node of the catalogue. */
export const nodeColumn = ({ name }: Site, label: string): Column => ({
  name: label,
  description: `${name}公开的“${label}”信息`,
  keywords: `政府信息公开,${label}`,
  type,
});

/** 公开数据下载 */
export const dataColumn = ({ name }: Site): Column => ({
  name: dataName,
  description: `${name}公开信息的索引和按年度打包的文件，供下载和再利用`,
  keywords: '政府信息公开,公开数据,数据下载',
  type,
});

/** The home page: the column of the portal that all others lie in (国办公开办函〔2019〕61号). */
export const homeColumn = ({ name }: Site): Column => ({
  name: '政府信息公开',
  description: `${name}政府信息公开：指南、制度、法定主动公开内容和政府信息公开年报`,
  keywords: `政府信息公开,法定主动公开内容,政府信息公开年报,${name}`,
  type,
});
