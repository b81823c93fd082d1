import { TextArea } from '@/components/ui/text-area';

type PublicNoteProps = { note: string; error: string | undefined; onWrite: (note: string) => void };

/** What a correction tells the public: what was wrong, and what is right. */
export function PublicNote({ note, error, onWrite }: PublicNoteProps) {
  return (
    <section id="note" className="ed-note">
      <TextArea
        name="correctionNote"
        label="更正说明（将公开）"
        hint="写明更正了哪里、原来是什么、现在是什么、为什么。会和更正后的内容一起公开。"
        rows={4}
        maxLength={2_000}
        value={note}
        error={error}
        onChange={(event) => onWrite(event.target.value)}
      />
    </section>
  );
}
