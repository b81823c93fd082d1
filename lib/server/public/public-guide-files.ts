import 'server-only';
import { LRUCache } from 'lru-cache';
import { type ApplicationForm, type FormExtension, formFiles } from '@/lib/documents/application-form';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import { dayOf } from '@/lib/server/clock';
import { paperFonts } from '@/lib/server/files/paper-fonts';
import { publicGuide } from '@/lib/server/public/public-guide';

export type FormFile = { bytes: Uint8Array; mediaType: string };

/** The application form of the guide that holds; null where there is none. */
export async function publicForm(slug: string, extension: FormExtension): Promise<FormFile | null> {
  const found = await publicGuide(slug);
  if (!found?.content) return null;
  const form = { guide: found.content.guide, publishedOn: dayOf(found.edition.publishedAt) };
  return { bytes: await made({ form, extension }), mediaType: formFiles[extension].mediaType };
}

type Order = { form: ApplicationForm; extension: FormExtension };

// Whoever asks while a form is being made waits for that one. Forms are found by their content, so that none goes stale.
const forms = new LRUCache<string, Uint8Array, Order>({
  maxSize: 8 * 1024 * 1024,
  sizeCalculation: ({ length }) => length,
  fetchMethod: (_key, _before, { context }) => make(context),
});

const make = ({ form, extension }: Order): Promise<Uint8Array> => formFiles[extension].write(form, paperFonts());

const made = async (context: Order): Promise<Uint8Array> =>
  (await forms.fetch(sha256(canonicalJson([context.extension, context.form])), { context })) ?? make(context);
