import ExcelJS from 'exceljs';

/** One column of a list that is to be filled in. */
export type TemplateColumn = {
  head: string;
  needed: boolean;
  /** What to write, for the note at its head and the sheet of explanations. */
  note: string;
  example: string;
  width: number;
  /** What can be chosen; a cell then offers it and refuses the rest. */
  options?: readonly string[];
  /** Several of the options in one cell: they are offered in the note alone. */
  several?: boolean;
};

type Template = {
  sheet: string;
  explanations: { sheet: string; heads: readonly [string, string, string]; needed: string; optional: string };
  choices: { sheet: string; refusal: string };
  columns: readonly TemplateColumn[];
  /** Rows that offer choices. */
  rows: number;
};

/** A workbook to fill in: heads with notes, an example row, choices, and a sheet that explains each column. */
export async function writeTemplate(template: Template): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const list = workbook.addWorksheet(template.sheet, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  addColumns(list, template);
  addExplanations(workbook, template);
  addChoices(workbook, list, template);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addColumns(list: ExcelJS.Worksheet, { columns }: Template) {
  list.columns = columns.map(({ head, width }) => ({
    header: head,
    width,
    // As text, so that 2020-01-02 and 001 stay what was typed.
    style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' as const } },
  }));
  list.addRow(columns.map(({ example }) => example));
  list.getRow(2).font = { italic: true, color: { argb: 'FF59606A' } };
  columns.forEach(({ needed, note }, at) => {
    const cell = list.getRow(1).getCell(at + 1);
    cell.font = { bold: true, color: { argb: needed ? 'FFA3151B' : 'FF1B1D21' } };
    cell.note = note;
  });
}

function addExplanations(workbook: ExcelJS.Workbook, { explanations, columns }: Template) {
  const sheet = workbook.addWorksheet(explanations.sheet);
  sheet.columns = [{ width: 20 }, { width: 10 }, { width: 90 }];
  sheet.addRow([...explanations.heads]).font = { bold: true };
  for (const { head, needed, note } of columns) {
    const row = sheet.addRow([head, needed ? explanations.needed : explanations.optional, note]);
    row.alignment = { wrapText: true, vertical: 'top' };
  }
}

// A list of choices in the cell itself holds 255 characters; a longer one has to stand on a sheet.
function addChoices(workbook: ExcelJS.Workbook, list: ExcelJS.Worksheet, { choices, columns, rows }: Template) {
  const sheet = workbook.addWorksheet(choices.sheet);
  columns.forEach(({ head, options, several }, at) => {
    if (!options) return;
    sheet.getColumn(at + 1).values = [head, ...options];
    sheet.getColumn(at + 1).width = 30;
    if (several) return;
    const letter = sheet.getColumn(at + 1).letter;
    const formula = `'${choices.sheet}'!$${letter}$2:$${letter}$${options.length + 1}`;
    const validation: ExcelJS.DataValidation = {
      ...{ type: 'list', allowBlank: true, formulae: [formula] },
      ...{ showErrorMessage: true, errorStyle: 'stop', error: choices.refusal },
    };
    addValidation(list, `${list.getColumn(at + 1).letter}2:${list.getColumn(at + 1).letter}${rows + 1}`, validation);
  });
}

// Of a whole stretch at once: ExcelJS knows it, but its types do not say so.
function addValidation(list: ExcelJS.Worksheet, range: string, validation: ExcelJS.DataValidation) {
  const { dataValidations } = list as unknown as { dataValidations: { add: (range: string, rule: object) => void } };
  dataValidations.add(range, validation);
}
