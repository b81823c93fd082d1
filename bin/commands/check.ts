import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Command, WrongCall } from '@/bin/command';
import { readJson, refusedPlaces, Unusable } from '@/bin/json-file';
import { label, sectionName } from '@/lib/domain/report/addresses';
import { type Checked, check as checkReport } from '@/lib/domain/report/check';
import { cellValue, type Report, report as reportFile, type Tables } from '@/lib/domain/report/content';
import type { Finding, Place } from '@/lib/domain/report/finding';
import type { ReportFormat } from '@/lib/domain/report/format';
import { formatById, formatFor } from '@/lib/domain/report/formats';
import { titleOf } from '@/lib/domain/report/report-of';
import { allFormats } from '@/lib/server/reports/formats';
import { equationWords } from '@/lib/text/editor';
import { findingBasis, findingText, findingTitle } from '@/lib/text/findings';

const usage = `用法：bin/gongkai check 报告.json [--previous 上年报告.json] [--json]

按报告年度适用的格式核验一份年度报告，逐条列出发现的问题；文件格式见 docs/report-json.md。

  --previous  上年的报告，用来核对两年之间的衔接
  --json      输出供程序读取的结果

退出码：0 没有必须改正的问题；1 有必须改正的问题；2 文件不能用。`;

export const check: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const { file, previous, json } = argumentsOf(args);
  try {
    const report = read(file);
    const format = formatOf(report, file);
    const lastYear = previous === undefined ? null : lastYearOf(read(previous), previous, report);
    const checked = checkReport(report, { format, previous: lastYear });
    console.log(json ? asJson(report, format, checked) : asText(report, format, checked));
    return checked.findings.some(({ severity }) => severity === 'block') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    console.error(error.message);
    return 2;
  }
}

function argumentsOf(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { previous: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new WrongCall('请给出一个报告文件。');
    return { file, previous: values.previous, json: values.json ?? false };
  } catch (error) {
    if (error instanceof WrongCall) throw error;
    throw new WrongCall('参数有误。');
  }
}

// Files from elsewhere hold “/”, “无” or 1.5 in their cells. That is for the rules to tell, each cell by its name.
const anyCell = z.union([z.number(), z.string().max(200), z.null()]);
const looseFile = reportFile.extend({
  tables: z.record(z.string(), z.record(z.string(), z.record(z.string(), anyCell))),
});

const described = 'docs/report-json.md';

function read(file: string): Report {
  const parsed = looseFile.safeParse(readJson(file, described));
  if (parsed.success) return parsed.data;
  throw new Unusable(
    `“${file}”不是年度报告文件：${refusedPlaces(parsed.error)}缺少或者不合规定。文件格式见 ${described}。`,
  );
}

function formatOf(report: Report, file: string): ReportFormat {
  const format = formatById(report.format, allFormats());
  if (format) return format;
  const due = formatFor(report.year, allFormats());
  throw new Unusable(
    `“${file}”写的格式是“${report.format}”，没有这个格式。${due ? `${report.year}年的报告用“${due.id}”。` : ''}`,
  );
}

function lastYearOf(previous: Report, file: string, { year, organisation }: Report): Report {
  if (previous.year !== year - 1) {
    throw new Unusable(`“${file}”是${previous.year}年的报告，不是上年（${year - 1}年）的。请换成上年的报告。`);
  }
  if (previous.organisation.name !== organisation.name) {
    throw new Unusable(
      `“${file}”是${previous.organisation.name}的报告，不是${organisation.name}的。请换成本机关上年的报告。`,
    );
  }
  return { ...previous, tables: figuresOnly(previous) };
}

// What is no figure in last year's file is a blank to compare with; it is last year's to put right.
const figuresOnly = ({ tables }: Report): Tables =>
  mapValues(tables, (rows) =>
    mapValues(rows, (cells) => mapValues(cells, (value) => (cellValue.safeParse(value).success ? value : null))),
  );

const mapValues = <From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

function asJson(report: Report, format: ReportFormat, { findings, notRun, equations }: Checked): string {
  const told = findings.map((finding) => ({
    ...finding,
    title: findingTitle(finding),
    text: findingText(finding),
    basis: findingBasis(finding),
  }));
  const { organisation, year } = report;
  return JSON.stringify(
    { organisation: organisation.name, year, format: format.id, findings: told, notRun, equations },
    null,
    2,
  );
}

function asText(report: Report, format: ReportFormat, { findings, notRun, equations }: Checked): string {
  const blocks = findings.filter(({ severity }) => severity === 'block');
  const warnings = findings.filter(({ severity }) => severity === 'warn');
  return [
    titleOf(report.organisation, report.year),
    equationWords(equations),
    ...listed('必须改正', blocks, format),
    ...listed('请核实', warnings, format),
    ...(findings.length === 0 ? ['没有发现问题。'] : []),
    ...(notRun.length > 0
      ? ['', `没有核对${notRun.length}项（文件里没有正文，或者没有给出上年报告）：${notRun.join(' ')}`]
      : []),
  ].join('\n');
}

const listed = (heading: string, findings: readonly Finding[], format: ReportFormat) =>
  findings.length === 0
    ? []
    : ['', `${heading} ${findings.length}`, ...findings.map((finding, at) => entry(finding, at + 1, format))];

function entry(finding: Finding, number: number, format: ReportFormat): string {
  const places = [...new Set(finding.places.slice(0, 3).map((place) => placeWords(format, place)))];
  const more = finding.places.length > 3 ? `等${finding.places.length}处` : '';
  return [
    `${number}. ${findingTitle(finding)}（${finding.rule}）`,
    `   ${findingText(finding)}`,
    ...(places.length > 0 ? [`   位置：${places.join('；')}${more}`] : []),
    `   依据：${findingBasis(finding)}`,
  ].join('\n');
}

function placeWords(format: ReportFormat, place: Place): string {
  if (place.kind === 'cell') return label(format, place.address);
  const section = sectionName(format, place.section);
  return place.kind === 'text' ? `${section}，“${place.quote}”` : section;
}
