'use client';

import { Button } from '@/components/ui/button';
import { Html } from '@/components/ui/html';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** What nobody foresaw. The number is the one in the log. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <Html side="public">
      <main className="wrap" id="main">
        <h1 className="page-title">这个网页没有打开</h1>
        <p className="mt-3">服务器出了问题，已经记录。请稍后再试；仍然不行的，请告诉管理员。</p>
        {error.digest && <p className="mt-3 text-note text-ink-2">编号：{error.digest}</p>}
        <p className="mt-4">
          <Button primary onClick={reset}>
            再试一次
          </Button>
        </p>
      </main>
    </Html>
  );
}
