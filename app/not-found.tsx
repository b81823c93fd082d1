import { Html } from '@/components/ui/html';

export default function NotFound() {
  return (
    <Html side="public">
      <main className="wrap" id="main">
        <h1 className="page-title">没有这个网页</h1>
        <p className="mt-3">网址可能写错了，或者网页已经搬走。</p>
        <p className="mt-3">
          <a href="/">回到政府信息公开首页</a>
        </p>
      </main>
    </Html>
  );
}
