// What goes with an exported site for those who put it on a server.

export const snippetName = 'gongkai-nginx.conf';
export const readmeName = 'README.txt';

type Export = {
  /** Where the files are going to lie: "https://www.example.gov.cn/gk", or the path alone; empty at the root. */
  at: string;
  /** Where searches go; null where there are none. */
  live: string | null;
  /** How many files there are. */
  gone: readonly string[];
};

/** 部署说明：给门户网站的技术人员看。 */
export const exportReadme = ({ at, live, gone }: Export) => `政府信息公开静态网站：部署说明

本目录由“政务公开工作台”导出（bin/gongkai export-site），全是静态文件，不需要程序和数据库。

一、放到哪里
${at === '' ? '按放在网站根目录导出。' : `按放在 ${at} 导出。`}网页之间的链接都是相对的，换一个位置也能打开；404.html、sitemap.xml、
robots.txt和${snippetName}里写有位置，换位置要用 --at 重新导出。
robots.txt只有放在网站根目录才起作用；放在子目录的，请把其中的内容并入网站自己的robots.txt。

二、怎样更新
每次公开、更正、撤下以后重新导出，再把整个目录同步到服务器，本地已删除的，服务器上也要删除。
只有内容变了的文件才会改写，可以按修改时间上传。请勿改动任何文件：改动后与签发内容不一致，核验时会发现。

三、服务器设置
1. 目录的首页是index.html。
2. 没有的地址应答404，显示404.html。
3. 已撤下的地址应答410，显示的仍是该处的撤下说明。不能设置的，应答200也能看到说明，只是搜索引擎会晚些才知道。
4. 用nginx的，在server { }里加一行：include （本目录的路径）/${snippetName}; 然后 nginx -s reload。
   以上各项和安全响应头都在里面；每次更新后都要重新加载。
5. 用其他服务器的，已撤下的地址列在本文件末尾，连同其下的所有地址。

四、查找
${live === null ? '静态文件不能查找，网页上没有查找框。' : `网页上的查找框通往 ${live}，该网站须能访问。`}

五、核验
在办公电脑上运行：bin/gongkai verify --url （放好后的网站地址）
逐格、逐段核对每个网页和文件是否与签发内容一致。

六、已撤下的地址
${gone.length === 0 ? '没有。' : gone.join('\n')}
`;
