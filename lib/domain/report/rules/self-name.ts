import { z } from 'zod';
import { quoted } from '@/lib/domain/report/rules/narrative';
import { type Passage, placeOf } from '@/lib/domain/report/rules/prose';
import { type Fault, rule } from '@/lib/domain/report/rules/rule';

export const selfName = rule({
  id: 'G-SELF-NAME',
  wording: '对本机关的称呼前后一致：镇不称乡，乡不称镇，街道不称镇、乡。',
  basis: '年度报告审核要求：机关名称规范、前后一致',
  severity: 'warn',
  needs: ['prose'],
  settings: z.strictObject({
    /** Words for bodies of one level that stand for one another by mistake. */
    kinds: z.array(z.array(z.string()).min(2)),
  }),
  examples: {
    passes: {
      format: '2021',
      text: { s1: ['镇政府利用公开栏向各乡镇、乡村公开，建设美丽家乡；石门乡政府来镇交流。'] },
    },
    fails: { format: '2021', text: { s1: ['充分利用乡政府信息公开栏，将其设置在镇政府醒目位置。'] } },
  },
  find: ({ passages, report: { organisation } }, { kinds }) => {
    const place = organisation.name.replace(/(?:人民政府|办事处|管理委员会)$/, '');
    const own = kinds.flat().find((kind) => place.endsWith(kind));
    const peers = kinds.find((kind) => own !== undefined && kind.includes(own)) ?? [];
    const wrong = peers.filter((kind) => kind !== own);
    if (!own) return [];
    return passages.flatMap((passage) =>
      wrong.flatMap((kind) => misnamed(passage, kind, place.slice(0, -own.length), own, organisation.name)),
    );
  },
});

// What may stand before the word when it means the speaker: a verb, a particle, 我 or 本. After another
// sign it is part of a longer word or of another place's name (乡镇, 家乡, 石门乡政府).
const before = /(?:^|[,。;:、()“”"《用由在对为和与及的是将把以向经到从于按据让给我本全该过托照级挥了至合]|[县市区省])$/;
const body = '(?:人民)?(?:政府|党委|人大|机关|党建办|党政办|便民服务|政务|办事处|信息公开|纪委|领导|财政所)';

function misnamed(passage: Passage, kind: string, stem: string, own: string, name: string): Fault[] {
  const { plain } = passage;
  const faults: Fault[] = [];
  for (let at = plain.indexOf(kind); at >= 0; at = plain.indexOf(kind, at + kind.length)) {
    const lead = plain.slice(Math.max(0, at - 8), at);
    const rest = plain.slice(at + kind.length);
    const [named = ''] = new RegExp(`^${body}(?:信息公开栏|公开栏|网站)?`).exec(rest) ?? [];
    const first = /[我本全]$/.test(lead) && !/^[镇村]/.test(rest);
    const spoken = named !== '' && before.test(lead);
    const byName = stem !== '' && lead.endsWith(stem);
    if (!first && !spoken && !byName) continue;
    const start = byName ? at - stem.length : first ? at - 1 : at;
    const place = placeOf(passage, start, at + kind.length + named.length);
    faults.push({
      at: quoted(place),
      places: [place],
      facts: { written: place.kind === 'text' ? place.quote : kind, kind, own, name },
    });
  }
  return faults;
}
