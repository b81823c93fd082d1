import type { FramedOrganisation } from '@/components/public/frame';
import { guideName } from '@/lib/text/guide';
import { dataName } from '@/lib/text/open-data';

type FootProps = {
  organisation: Pick<FramedOrganisation, 'officeName' | 'settings'>;
  /** Where the guide and the data to take along stand; null where there is none. */
  guide: string | null;
  data: string | null;
};

/** What the foot of a government page must name. What the settings don't hold has no line. */
export function Foot({ organisation: { officeName, settings }, guide, data }: FootProps) {
  const { site, contact } = settings;
  const links = [
    { href: guide ?? '', label: guideName },
    { href: data ?? '', label: dataName },
    { href: site.emblemUrl, label: '党政机关网站标识' },
    { href: site.faultsUrl, label: '我为政府网站找错' },
    { href: site.siteMapUrl, label: '站点地图' },
  ].filter(({ href }) => href);
  return (
    <footer className="public-foot">
      <div className="wrap">
        {links.length > 0 && (
          <ul>
            {links.map(({ href, label }) => (
              <li key={label}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        )}
        <Line
          facts={[
            ['主办', site.host],
            ['主办单位电话', site.hostPhone],
            ['内容提供', officeName],
            ['联系电话', contact.phone],
            ['传真', contact.fax],
            ['电子邮箱', contact.email],
          ]}
        />
        <Line
          facts={[
            ['地址', contact.address],
            ['邮编', contact.postcode],
            ['办公时间', contact.hours],
          ]}
        />
        <Line
          facts={[
            ['网站标识码', site.idCode],
            ['', site.icp],
            ['', site.publicSecurity],
          ]}
        />
      </div>
    </footer>
  );
}

function Line({ facts }: { facts: readonly (readonly [string, string])[] }) {
  const said = facts.filter(([, value]) => value).map(([name, value]) => (name ? `${name}：${value}` : value));
  return said.length > 0 && <p>{said.join('　')}</p>;
}
