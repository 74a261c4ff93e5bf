import { describe, expect, it } from 'vitest';
import { csvOf, xlsxOf } from '../../web/src/admin/households/export/spreadsheet-files.ts';
import { openSpreadsheet } from '../../web/src/admin/households/import/open-spreadsheet.ts';

const table = [
  ['地址', '姓名', '身份证号', '备注'],
  ['东风村1号, "甲"', '王秀英', '370402194801010026', '=1+1'],
  ['东风村2号\n后院', '李 & <建>国', '13800000000', '+86 138'],
  ['-3', '@SUM(A1)', '11010519491231002X', ''],
];
/** Line breaks inside a cell are read as spaces; a cell at the end with nothing in it is not there. */
const asRead = [
  table[0],
  table[1],
  ['东风村2号 后院', '李 & <建>国', '13800000000', '+86 138'],
  ['-3', '@SUM(A1)', '11010519491231002X'],
];

const read = async (file: Blob) =>
  (await (await openSpreadsheet(file)).open(0)).top.map(({ cells }) => cells);

describe('what is written out comes back as it was', () => {
  it('as .xlsx', async () => {
    expect(await read(await xlsxOf(table))).toEqual(asRead);
  });

  it('as .csv', async () => {
    expect(await read(csvOf(table))).toEqual(asRead);
  });
});

describe('text that looks like a formula stays text', () => {
  it('in .xlsx every cell says that it is text, and none holds a formula', async () => {
    const spreadsheet = await openSpreadsheet(
      await xlsxOf([
        ['a', 'b'],
        ['=HYPERLINK("http://x")', '1'],
      ]),
    );
    const { notes, top } = await spreadsheet.open(0);
    expect(notes.formulas).toBe(0);
    expect(top[1]?.cells[0]).toBe('=HYPERLINK("http://x")');
  });

  it('in .csv no cell begins with what Excel takes for one', async () => {
    const text = await csvOf(table).text();
    expect(text).toContain("'=1+1");
    expect(text).toContain("'@SUM(A1)");
    expect(text).not.toMatch(/(?:^|[,"])[=+@-]/m);
  });

  it('in .csv an ID number keeps its digits in Excel', async () => {
    expect(await csvOf(table).text()).toContain('"370402194801010026\t"');
  });
});
