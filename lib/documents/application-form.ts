import type { PaperFonts } from '@/lib/documents/fonts';
import type { Proof } from '@/lib/documents/proof';
import { rereadForm } from '@/lib/documents/reading/form';
import { Unprintable } from '@/lib/documents/unprintable';
import type { Day } from '@/lib/domain/calendar/day';
import type { GuideContent } from '@/lib/domain/guide/content';
import { otherPlaces } from '@/lib/text/documents';
import { formSheet } from '@/lib/text/guide-form';

/** All that the printed form is made of. The same form makes the same bytes. */
export type ApplicationForm = { guide: GuideContent; publishedOn: Day };

/** The forms of the form. What writes one is loaded when it is first asked for. */
export const formFiles = {
  pdf: {
    mediaType: 'application/pdf',
    write: async (form: ApplicationForm, fonts: PaperFonts = {}): Promise<Uint8Array> =>
      (await import('@/lib/documents/form-pdf')).writeFormPdf(form, fonts),
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (form: ApplicationForm): Promise<Uint8Array> =>
      (await import('@/lib/documents/form-docx')).writeFormDocx(form),
  },
} as const;

export type FormExtension = keyof typeof formFiles;

export const isFormExtension = (text: string): text is FormExtension => Object.hasOwn(formFiles, text);

/** Makes the form in every form before a guide becomes public and reads each back, cell by cell and line by line. */
export async function proofOfForm(form: ApplicationForm, fonts: PaperFonts): Promise<Proof> {
  const proof: Proof = { files: {}, misprints: [] };
  for (const medium of Object.keys(formFiles).filter(isFormExtension)) {
    try {
      const file = await formFiles[medium].write(form, fonts);
      proof.files[medium] = file.length;
      proof.misprints.push(...(await rereadForm(medium, file, formSheet(form.guide))));
    } catch (error) {
      if (!(error instanceof Unprintable)) throw error;
      proof.misprints.push({ medium, place: otherPlaces.wholeFile, expected: error.text, found: null });
    }
  }
  return proof;
}

/** Where a file of the form says something else than the guide from which it is made. */
export const rereadFormOf = (medium: FormExtension, file: Uint8Array, { guide }: Pick<ApplicationForm, 'guide'>) =>
  rereadForm(medium, file, formSheet(guide));
