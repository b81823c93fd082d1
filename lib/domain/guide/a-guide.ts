import type { GuideContent, GuideDraft } from '@/lib/domain/guide/content';
import { defaultGuide } from '@/lib/domain/guide/default-draft';
import { guideOf } from '@/lib/domain/guide/guide-of';
import type { GuideExample, GuideView } from '@/lib/domain/guide/rules/rule';
import { organisationSettings } from '@/lib/domain/organisation';

const organisation = { name: '柳河镇人民政府', shortName: '柳河镇', level: 'township' } as const;
const contact = {
  ...{ address: '柳河镇政府路1号', postcode: '471400', hours: '工作日8:00至12:00，14:30至17:30' },
  ...{ phone: '0379-66512345', fax: '0379-66512346', email: 'liuhe@example.gov.cn' },
};

/** For tests and examples: the guide that a township begins with, its settings filled in. */
export function aGuideDraft(differences: Partial<GuideDraft> = {}): GuideDraft {
  const settings = organisationSettings.parse({ contact, site: { domain: 'www.example.gov.cn' } });
  const office = { ...organisation, officeName: '柳河镇人民政府党政办公室' };
  const begun = defaultGuide({ organisation: office, parent: { name: '清河县人民政府' }, settings });
  return { ...begun, supervisorPhone: '0379-66310000', ...differences };
}

export const aGuide = (differences: Partial<GuideDraft> = {}): GuideContent =>
  guideOf(organisation, aGuideDraft(differences));

export const aGuideView = ({ draft = {}, known = {}, allow }: GuideExample = {}): GuideView => ({
  guide: aGuide(draft),
  known: { office: '柳河镇人民政府党政办公室', ...contact, ...known },
  allow: allow ?? Object.values(contact),
});
