import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { GuidePage } from '@/components/public/guide-page';
import { rereadGuide } from '@/lib/documents/reading/guide';
import { expectEachDigitRead } from '@/lib/documents/reading/testing/changed-digits';
import { canonicalJson } from '@/lib/domain/canonical';
import { aGuide } from '@/lib/domain/guide/a-guide';
import type { GuideContent } from '@/lib/domain/guide/content';
import { sha256 } from '@/lib/domain/hash';
import { organisationSettings } from '@/lib/domain/organisation';

// What lib/documents/reading/mutation.test.ts does to files of a report, done to the page of a guide.
vi.setConfig({ testTimeout: 60_000 });

const publishedOn = '2026-03-02' as const;
const factsOf = (guide: GuideContent) => ({ publishedOn, sha256: sha256(canonicalJson(guide)) });

function pageOf(guide: GuideContent, size: 'standard' | 'large') {
  const publishedAt = new Date(`${publishedOn}T01:30:00Z`);
  const edition = {
    ...{ number: 1, act: 'publish' as const, note: '', signedBy: '主要领导', publishedAt },
    sha256: factsOf(guide).sha256,
  };
  return renderToStaticMarkup(
    <GuidePage
      organisation={{
        ...{ slug: 'liuhe', name: guide.organisation.name, shortName: '柳河镇', officeName: '党政办公室' },
        ...{
          settings: organisationSettings.parse({ contact: { phone: '0379-66512345' } }),
          columns: [],
          hasGuide: true,
        },
      }}
      size={size}
      found={{ edition, editions: [edition] }}
      content={{ guide, before: null }}
    />,
  );
}

const guides = [
  aGuide(),
  aGuide({
    ...{ by_fax: '', fax: '', supervisorPhone: '', fees: '按《信息处理费管理办法》收取。\n收费2项 & <标准>见下表。' },
    flow: '收到：1日\n－补正\n答复：20个工作日\n－延长：再20个工作日\n送达',
  }),
];
const pages = guides.flatMap((guide) =>
  (['standard', 'large'] as const).map((size) => ({ guide, html: pageOf(guide, size) })),
);
const faultsOf = (html: string, guide: GuideContent) =>
  rereadGuide(Buffer.from(html), { guide, facts: factsOf(guide) });

// Signed are the title, the chapters, the signature and the hash; the form and what surrounds them are not the guide.
const within = { signed: ['guide', 'signature', 'hash'], around: ['guide-form'] };

describe('the public page of a guide', () => {
  test('says what was signed, in both sizes', async () => {
    for (const { guide, html } of pages) expect(await faultsOf(html, guide)).toEqual([]);
  });

  test('gives away each of 1,000 changed digits, anywhere in the guide', async () => {
    await expectEachDigitRead(pages, within, (wrong, { guide }) => faultsOf(wrong, guide), 1000);
  });

  test('names the place, what was signed and what it says', async () => {
    const [{ guide, html } = expect.fail('no page')] = pages;
    const wrong = html.replace('<td>0379-66512345</td>', '<td>0379-66512346</td>').replace('每件100元', '每件10元');
    expect(await faultsOf(wrong, guide)).toEqual([
      {
        ...{ medium: 'html', place: '工作机构联系方式，第5行第2列' },
        ...{ expected: '0379-66512345', found: '0379-66512346' },
      },
      {
        ...{ medium: 'html', place: '按件计收（同一申请人一个自然月内累计），第3行第2列' },
        ...{ expected: '每件100元', found: '每件10元' },
      },
    ]);
  });

  test('without the guide on it is one difference', async () => {
    const [{ guide } = expect.fail('no page')] = pages;
    expect(await faultsOf('<h1>没有公开</h1>', guide)).toEqual([
      { medium: 'html', place: '整个文件', expected: guide.title, found: null },
    ]);
  });
});
