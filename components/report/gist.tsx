/** What the tables of a section say, in one sentence that the figures make; on paper it is left out. */
export const Gist = ({ sentence }: { sentence: string | null }) => sentence && <p className="gist">要点：{sentence}</p>;
