import 'server-only';
import { randomUUID } from 'node:crypto';
import type { GuideDraft, GuideField } from '@/lib/domain/guide/content';
import type { GuideOp } from '@/lib/domain/guide/merge';
import { unsettled } from '@/lib/domain/report/settled';
import type { MoveName, Status } from '@/lib/domain/workflow/moves';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { acting } from '@/lib/server/demonstration/acting';
import { drafter, principalLeader, sectionLeader } from '@/lib/server/demonstration/cast';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { type Mover, moveDocument } from '@/lib/server/documents/move-document';
import { guideStateOf } from '@/lib/server/guide/disclosure-guide';
import { openGuide } from '@/lib/server/guide/open-guide';
import { saveGuide } from '@/lib/server/guide/save-guide';

// Made up, as every number and name of the demonstration that the report of 2020 does not give.
const place = '嵩县德亭镇镇政府院内，党建办公室';
const contact: Partial<GuideDraft> = {
  address: '嵩县德亭镇镇政府院内',
  postcode: '471400',
  hours: '工作日8:00至12:00，14:30至17:30',
  phone: '0379-66000000',
  supervisorPhone: '0379-66000001',
  in_person: place,
  post: `${place}，邮编471400，信封注明“政府信息公开申请”`,
  oral: `${place}，由工作人员代为填写申请表`,
};

type Step = { move: MoveName; by: { signInName: string }; note: string };

const steps: Partial<Record<Status, Step>> = {
  draft: { move: 'submit', by: drafter, note: '' },
  in_review: { move: 'approve', by: sectionLeader, note: '同意，呈主要领导签发。' },
  in_sign_off: { move: 'sign_off', by: principalLeader, note: '同意公开。' },
};

/** Takes the guide from the text that it begins with to publication, by the three people whose work that is. */
export async function publishGuide() {
  const id = await openGuide(await acting(drafter));
  for (;;) {
    const document = await db.document.findUniqueOrThrow({ where: { id }, include: { revision: true } });
    const step = steps[document.status];
    if (!step) return;
    if (document.status === 'draft') await type(id, await acting(drafter));
    const { version } = await db.document.findUniqueOrThrow({ where: { id } });
    const secrecy = { result: 'public' as const, by: '孙某', at: today(), statement: '没有涉密内容。' };
    const seen = document.revision ? { sha256: document.revision.sha256 } : { secrecy };
    await moveDocument({ id, version, move: step.move, note: step.note, ...seen }, await acting(step.by));
  }
}

/** Types how the office is reached, and then a reason for each warning that stays. */
async function type(id: string, clerk: Mover) {
  const { draft } = guideStateOf(await db.document.findUniqueOrThrow({ where: { id } }));
  const typed = Object.entries(contact).map(([name, to]): GuideOp => {
    const field = name as GuideField; // the draft's own keys
    return { kind: 'set', field, from: draft[field], to };
  });
  await save(id, typed, clerk);
  const document = await db.document.findUniqueOrThrow({ where: { id } });
  const { findings, office } = await db.$transaction((tx) => kindOf(document.kind).prepare(tx, document));
  const reasons = unsettled(findings, office.reasons).warnings.map(
    ({ key }): GuideOp => ({ kind: 'reason', key, from: null, to: '本镇没有开通传真和电子邮箱。' }),
  );
  await save(id, reasons, clerk);
}

async function save(id: string, changes: GuideOp[], clerk: Mover) {
  if (changes.length === 0) return;
  const { conflicts } = await saveGuide({ id, saveId: randomUUID(), base: 0, changes }, clerk);
  if (conflicts.length > 0) throw new Error('the guide of the demonstration holds something else already');
}
