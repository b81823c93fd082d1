import sharp from 'sharp';
import type { ItemDraft } from '@/lib/domain/items/content';
import { today } from '@/lib/server/clock';
import { addFile, addPicture } from '@/lib/server/files/files';
import { recordPosting } from '@/lib/server/items/board';
import { bringGuide, correctGuide } from '@/lib/server/testing/a-guide-on-its-way';
import type { Township } from '@/lib/server/testing/a-township';

/** Every page of the public side, by its route below /site/[size]: its addresses below the root or the size. */
export async function publicPages(township: Township): Promise<Record<string, string[]>> {
  const { slug, people } = township;
  const { corrected, withdrawn } = await reports(township);
  const items = await someItems(township);
  const guide = await bringGuide({ status: 'published' }, people);
  await correctGuide(guide.id, '办公电话改号。', { phone: '0379-66519999' }, people);
  const below = {
    '': ['/'],
    '/[organisation]': [''],
    '/[organisation]/reports': ['/reports'],
    '/[organisation]/reports/[year]': [`/reports/${corrected}`, `/reports/${withdrawn}`, '/reports/1999'],
    '/[organisation]/reports/[year]/[number]': [`/reports/${corrected}/1`],
    '/[organisation]/catalogue': ['/catalogue'],
    '/[organisation]/catalogue/[node]/[[...rest]]': ['/catalogue/article-20-11', `/catalogue/article-20-11/${year()}`],
    '/[organisation]/latest/[[...rest]]': ['/latest', `/latest/${year()}`],
    '/[organisation]/items/[item]': items.map(({ path }) => `/${path}`),
    '/[organisation]/items/[item]/[number]': [`/${items[0]?.path}/1`],
    '/[organisation]/guide': ['/guide'],
    '/[organisation]/guide/[number]': ['/guide/1'],
    '/[organisation]/data': ['/data'],
    '/[organisation]/404.html': ['/no-such-page'],
    '/[organisation]/search': ['/search', ...['危房', '饕餮', '开'.repeat(180)].map((typed) => `/search?q=${typed}`)],
  };
  const ofSite = Object.entries(below).map(([route, places]) => [
    `/site/[size]${route}`,
    places.map((place) => (place === '/' ? '' : `/${slug}${place}`)),
  ]);
  // Next.js' own is what is shown where no page of the office stands.
  const missing = { '/site/[size]/404.html': ['/nobody-lives-here'], '/_not-found': ['/admin/no-such-page'] };
  return { ...Object.fromEntries(ofSite), ...missing };
}

const year = () => today().slice(0, 4);

async function reports({ aReport, correct }: Township) {
  await aReport({ status: 'published', year: 2022 });
  const { id, year: corrected } = await aReport({ status: 'published', year: 2023 });
  await correct(id, '导言补充说明。', []);
  const { year: withdrawn } = await aReport({ status: 'withdrawn', year: 2021 });
  return { corrected, withdrawn };
}

/** The first has all that an item can have and was corrected; one more of each other standing. */
async function someItems(township: Township) {
  const { anItem, correctItem, withdrawItem, people } = township;
  const whole = await aWholeItem(township);
  await correctItem(whole.id, '户数统计有误，予以更正。', { body: body('4') });
  await recordPosting({ documentId: whole.id, place: '镇政府信息公开栏', postedOn: today() }, people.drafter);
  const old = await anItem({ status: 'published', title: '危房改造补助办法（试行）' });
  const relations: ItemDraft['relations'] = [{ kind: 'repeals', path: old.path, title: old.title }];
  const repealing = await anItem({ status: 'published', title: '危房改造补助办法', draft: { relations } });
  const gone = await anItem({ status: 'published', node: 'article-20-11' });
  await withdrawItem(gone.id);
  return [whole, old, repealing, gone];
}

const aPicture = sharp({ create: { width: 600, height: 400, channels: 3, background: '#14573a' } }).png();

const aWholeItem = ({ anItem }: Township) =>
  anItem({
    status: 'published',
    title: '柳河镇2020年农村危房改造对象审定结果及补助资金发放情况公示',
    node: 'article-20-11',
    lay: async (id, drafter) => {
      const bytes = await aPicture.clone().toBuffer();
      const { attachment } = await addFile(id, { name: '审定结果（盖章）.png', bytes }, drafter);
      const inside = { name: 'x.png', bytes: await sharp(bytes).negate().png().toBuffer() };
      const { attachment: picture } = await addPicture(id, inside, drafter);
      const image = { id: 'i1', kind: 'image' as const, sha256: picture.sha256, alt: '改造后的房屋' };
      return { documentNumber: '柳政〔2020〕21号', attachments: [attachment], body: [...body('3'), image] };
    },
  });

const cell = (text: string) => ({ runs: [{ text }] });
const row = (...texts: string[]) => texts.map(cell);
const body = (households: string): ItemDraft['body'] => [
  { id: 'h1', kind: 'heading', level: 1, runs: [{ text: '一、审定结果' }] },
  { id: 'b1', kind: 'paragraph', runs: [{ text: `经村民代表大会评议，共${households}户符合农村危房改造条件。` }] },
  { id: 'l1', kind: 'list', ordered: true, entries: [[{ text: '新建' }], [{ text: '修缮加固' }]] },
  {
    id: 't1',
    kind: 'table',
    headerRows: 1,
    rows: [
      row('村', '户数', '改造方式', '危房等级', '补助金额（万元）', '补助标准', '竣工日期', '验收人'),
      row('德亭村', households, '修缮加固', 'C级', '12.50', '每户1.4万元', '2020年11月30日', '村镇建设办公室'),
    ],
  },
];
