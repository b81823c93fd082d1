import { Check, OctagonAlert, TriangleAlert } from 'lucide-react';
import { Tag } from '@/components/ui/tag';
import type { Fact } from '@/lib/text/evidence';

const tags = {
  agrees: { kind: 'done', word: '相符', icon: Check },
  look: { kind: 'check', word: '留意', icon: TriangleAlert },
  differs: { kind: 'stop', word: '不符', icon: OctagonAlert },
} as const;

export function Evidence({ facts }: { facts: readonly Fact[] }) {
  return (
    <table className="office-grid">
      <caption className="sr-only">核验结论</caption>
      <tbody>
        {facts.map(({ verdict, says, how }) => (
          <FactRow key={says} {...tags[verdict]} says={says} how={how} />
        ))}
      </tbody>
    </table>
  );
}

type FactRowProps = (typeof tags)[keyof typeof tags] & Pick<Fact, 'says' | 'how'>;

function FactRow({ kind, word, icon: Icon, says, how }: FactRowProps) {
  return (
    <tr>
      <th scope="row" className="w-[6.5rem] whitespace-nowrap">
        <Tag kind={kind}>
          <Icon size={14} aria-hidden /> {word}
        </Tag>
      </th>
      <td className="font-strong">{says}</td>
      <td className="text-ink-2 text-note">{how}</td>
    </tr>
  );
}
