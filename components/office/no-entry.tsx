import { Notice } from '@/components/ui/notice';

/** In place of a page that is not for this person: it says why and where to go on. */
export function NoEntry({ title, reason }: { title: string; reason: string }) {
  return (
    <main id="main" className="office-main">
      <h1 className="mb-5 font-strong text-[1.375rem]">{title}</h1>
      <Notice kind="stop" title={reason}>
        <p>
          <a href="/admin">回到待办</a>
        </p>
      </Notice>
    </main>
  );
}
