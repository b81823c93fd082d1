import type { ReactNode } from 'react';
import type { GuideContent } from '@/lib/domain/guide/content';
import {
  bodiesAbove,
  chapters,
  feeExamples,
  guideFieldNames,
  guidePlaceId,
  officeFacts,
  openChannels,
  remedyRows,
  subheading,
  tariffs,
  timeLimits,
} from '@/lib/text/guide';

type GuideDocumentProps = {
  guide: GuideContent;
  /** What stands under a place: room for a remark. */
  under?: (place: string, label: string) => ReactNode;
  /** What stands at the end of the chapter on requests: the form. */
  form?: ReactNode;
};

/** The whole guide, chapter by chapter, with the way of a request and what it costs. */
export const GuideDocument = ({ guide, under = () => null, form }: GuideDocumentProps) => (
  <div className="guide">
    {chapters.map(({ id, heading, texts }) => (
      <section key={id} id={id} aria-labelledby={`${id}-heading`}>
        <h2 id={`${id}-heading`}>{heading}</h2>
        {id === 'office' && <Facts caption="工作机构联系方式" rows={officeFacts(guide)} />}
        {id === 'office' && under('office', heading)}
        {texts.map((name, at) => (
          <div key={name} id={guidePlaceId(name)} className="guide-part">
            {texts.length > 1 && <h3>{subheading(at, guideFieldNames[name])}</h3>}
            {guide.texts[name].map((text, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines are as frozen as the guide
              <p key={line}>{text}</p>
            ))}
            {name === 'application' && <Facts caption="申请渠道" rows={openChannels(guide)} />}
            {name === 'periods' && <Limits />}
            {name === 'fees' && <Fees />}
            {name === 'remedies' && <Remedies />}
            {under(name, guideFieldNames[name])}
          </div>
        ))}
        {id === 'request' && <Flow steps={guide.flow} heading={subheading(texts.length, guideFieldNames.flow)} />}
        {id === 'request' && under('flow', guideFieldNames.flow)}
        {id === 'request' && form}
        {id === 'remedies' && <Facts caption="复议机关和主管部门" rows={bodiesAbove(guide)} />}
        {id === 'remedies' && under('supervisor', guideFieldNames.supervisor)}
      </section>
    ))}
  </div>
);

type FactsProps = { caption: string; rows: readonly (readonly [name: string, value: string])[] };

const Facts = ({ caption, rows }: FactsProps) => (
  <table className="guide-table">
    <caption>{caption}</caption>
    <tbody>
      {rows.map(([name, value]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Limits = () => (
  <table className="guide-table">
    <caption>办理期限（《中华人民共和国政府信息公开条例》）</caption>
    <thead>
      <tr>
        <th scope="col">事项</th>
        <th scope="col">期限</th>
        <th scope="col">依据</th>
      </tr>
    </thead>
    <tbody>
      {timeLimits.map(({ what, limit, basis }) => (
        <tr key={what}>
          <th scope="row">{what}</th>
          <td>{limit}</td>
          <td>{basis}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function Fees() {
  return (
    <>
      {Object.values(tariffs).map(({ name, rows }) => (
        <table key={name} className="guide-table">
          <caption>{name}</caption>
          <thead>
            <tr>
              <th scope="col">数量</th>
              <th scope="col">标准</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ range, rate }) => (
              <tr key={range}>
                <th scope="row">{range}</th>
                <td>{rate}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <table className="guide-table">
        <caption>信息处理费举例</caption>
        <thead>
          <tr>
            <th scope="col">申请情况</th>
            <th scope="col">信息处理费</th>
          </tr>
        </thead>
        <tbody>
          {feeExamples.map(({ what, fee }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{fee}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const Remedies = () => <Facts caption="救济途径" rows={remedyRows.map(({ what, way }) => [what, way] as const)} />;

type FlowProps = { steps: GuideContent['flow']; heading: string };

/** The way of a request: a list in order, drawn as a chart; what may come between stands beside its step. */
const Flow = ({ steps, heading }: FlowProps) => (
  <div id={guidePlaceId('flow')} className="guide-part">
    <h3 id="flow-heading">{heading}</h3>
    <ol className="flow" aria-labelledby="flow-heading">
      {steps.map(({ name, text, beside }) => (
        <li key={name}>
          <div className="flow-step">
            <strong>{name}</strong>
            {text && <span>{text}</span>}
          </div>
          {beside.length > 0 && (
            <ul aria-label={`${name}时可能出现的情形`}>
              {beside.map((between) => (
                <li key={between.name}>
                  <strong>{between.name}</strong>
                  {between.text && <span>{between.text}</span>}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  </div>
);
