import { Notice } from '@/components/ui/notice';
import { missingKeysAdvice, missingKeysTitle } from '@/lib/text/missing-keys';

type Props = { keys: readonly { id: string; requests: number; files: number }[] };

/** Above every page of an administrator while something is sealed with a key that is gone. */
export function KeyAlarm({ keys }: Props) {
  return (
    <aside className="mx-auto max-w-[80rem] px-5 pt-5" aria-label="密钥">
      <Notice kind="stop" title={missingKeysTitle(keys)}>
        <p>{missingKeysAdvice}</p>
      </Notice>
    </aside>
  );
}
