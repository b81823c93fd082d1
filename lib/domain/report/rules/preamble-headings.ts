import { z } from 'zod';
import { bare } from '@/lib/domain/report/rules/form';
import { type Passage, placeOf, squeeze } from '@/lib/domain/report/rules/prose';
import { type Fault, rule } from '@/lib/domain/report/rules/rule';

export const preambleHeadings = rule({
  id: 'G-PREAMBLE-HEADINGS',
  wording: '导言列举的各部分名称，与各部分标题一致。',
  basis: '年度报告格式',
  severity: 'warn',
  needs: ['preamble'],
  settings: z.strictObject({}),
  examples: {
    passes: {
      format: '2021',
      preamble: [
        '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。',
      ],
    },
    fails: {
      format: '2021',
      preamble: [
        '本报告由总体情况、主动公开政府信息情况、依申请公开情况、收费及减免情况、存在的主要问题及改进情况、其他需要报告的事项组成。',
      ],
    },
  },
  find: ({ format, passages }) => {
    const headings = format.sections.map(({ heading }) => ({
      heading,
      plain: squeeze(bare(heading)).plain,
      position: heading.split('、')[0] ?? '',
    }));
    return passages.flatMap((passage) => (passage.section === 'preamble' ? faultsIn(passage, headings) : []));
  },
});

type Heading = { heading: string; plain: string; position: string };

/** Walks the list in the preamble from heading to heading; what stands between two is a name that no heading bears. */
function faultsIn(passage: Passage, headings: readonly Heading[]): Fault[] {
  const { plain } = passage;
  const found = headings.map((heading) => ({ ...heading, start: plain.indexOf(heading.plain) }));
  const named = found.filter(({ start }) => start >= 0);
  const last = named.at(-1);
  if (named.length < 2 || !last || named.length === found.length) return extraNames(passage, found);

  const faults: Fault[] = [];
  let from = listStart(plain, named[0]?.start ?? 0);
  let missing: Heading[] = [];
  const close = (until: number) => {
    faults.push(...paired(passage, namesBetween(plain, from, until), missing));
    missing = [];
  };
  for (const heading of found) {
    if (heading.start < 0) {
      missing.push(heading);
      continue;
    }
    close(heading.start);
    from = heading.start + heading.plain.length;
  }
  close(listEnd(plain, from));
  return faults;
}

function extraNames(passage: Passage, found: readonly (Heading & { start: number })[]): Fault[] {
  return found.flatMap((heading, index) => {
    const next = found[index + 1];
    if (heading.start < 0 || !next || next.start < heading.start) return [];
    return paired(passage, namesBetween(passage.plain, heading.start + heading.plain.length, next.start), []);
  });
}

type Name = { start: number; end: number; text: string };

// The names written in the place of the missing headings, in their order.
function paired(passage: Passage, names: readonly Name[], missing: readonly Heading[]): Fault[] {
  return names.map(({ start, end, text }, index) => {
    const place = placeOf(passage, start, end);
    const written = place.kind === 'text' ? place.quote : text;
    const heading = missing[index];
    const facts = heading
      ? { written, heading: bare(heading.heading), position: heading.position }
      : { written, heading: '', position: '' };
    return { at: text, places: [place], facts };
  });
}

const marks =
  /^(?:[、,;:“”"《》和及与]|以及|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+(?:是|、)|\d+[.、]|第[一二三四五六七八]部分(?:是|为|:)?)+/;

function namesBetween(plain: string, from: number, until: number): Name[] {
  const names: Name[] = [];
  let open: Name | null = null;
  for (const piece of plain.slice(from, until).matchAll(/[^、,;]+[、,;]?/g)) {
    const lead = marks.exec(piece[0])?.[0].length ?? 0;
    const body = piece[0].slice(lead).replace(/(?:[、,;:“”"《》和及与]|以及)+$/, '');
    if (body.length < 2) continue;
    const start = from + piece.index + lead;
    const name: Name = open ? { ...open, end: start + body.length } : { start, end: start + body.length, text: '' };
    name.text = plain.slice(name.start, name.end);
    // 被申请行政复议、提起行政诉讼情况 is one name: it ends with 情况 or a word like it.
    if (/(?:情况|事项|问题|措施|安排|内容|申请|公开|打算)$/.test(body)) {
      names.push(name);
      open = null;
    } else open = name;
  }
  return open ? [...names, open] : names;
}

function listStart(plain: string, first: number): number {
  const lead = /(?:涵盖|包括|包含|分为|由|内容为|如下)[:]?(?!.*(?:涵盖|包括|包含|分为|内容为))/.exec(
    plain.slice(0, first),
  );
  return lead ? lead.index + lead[0].length : first;
}

function listEnd(plain: string, from: number): number {
  const tail = plain.slice(from).search(/等?(?:共|共计)?[一二三四五六七八\d]?个?(?:部分|方面)|[。;]|组成|等内容/);
  return tail < 0 ? plain.length : from + tail;
}
