import { Notice } from '@/components/ui/notice';
import { dayInProse, dayOf } from '@/lib/text/days';
import { editionName } from '@/lib/text/public';

/** What every page of an edition knows of it and of the others. */
export type Edition = {
  number: number;
  act: 'publish' | 'correct' | 'withdraw';
  note: string;
  sha256: string;
  signedBy: string;
  publishedAt: Date;
};

/** Every edition but this one, with where it can be read; withdrawn ones say so. */
export const otherEditions = (
  editions: readonly Edition[],
  { number: own }: Edition,
  href: (number: number) => string,
) =>
  editions
    .filter(({ number, act }) => number !== own && act !== 'withdraw')
    .map(({ number, publishedAt }) => ({
      ...{ number, publishedAt, href: href(number) },
      withdrawn: editions.some((each) => each.act === 'withdraw' && each.number > number),
    }));

type SupersededProps = {
  edition: { number: number };
  last: { number: number; publishedAt: Date };
  /** Where the edition stands that holds. */
  href: string;
};

/** That another edition holds. */
export function Superseded({ edition, last, href }: SupersededProps) {
  const day = dayInProse(dayOf(last.publishedAt));
  return (
    <div className="mt-6">
      <Notice kind="check" title={`这是${editionName(edition.number)}，已于${day}由${editionName(last.number)}替代`}>
        <p>
          本页只供查考，请以<a href={href}>当前版本</a>为准。
        </p>
      </Notice>
    </div>
  );
}
