import { gistWords } from '@/lib/text/public';

/** What the tables of a section say, in one sentence that the figures make; on paper it is left out. */
export const Gist = ({ sentence }: { sentence: string | null }) =>
  sentence && <p className="gist">{gistWords(sentence)}</p>;
