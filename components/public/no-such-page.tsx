/** What stands where there is nothing: what may have happened, and where to go on. */
export const NoSuchPage = ({ home }: { home: string }) => (
  <div className="max-w-[52rem]">
    <h1 className="page-title">没有这个网页</h1>
    <p className="mt-3">网址可能写错了，或者网页已经搬走。</p>
    <p className="mt-3">
      <a href={home}>回到政府信息公开首页</a>
    </p>
  </div>
);
