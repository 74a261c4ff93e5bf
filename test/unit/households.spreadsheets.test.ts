import { describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../web/src/admin/households/import/open-spreadsheet.ts';
import { FileProblem, fileLimit } from '../../web/src/admin/households/import/reading-problem.ts';
import { dateOfSerial } from '../../web/src/admin/households/import/xlsx-sheet.ts';
import { type TestSheet, workbookOf, zipOf } from '../support/spreadsheets.ts';

const titles = ['姓名', '身份证号', '联系电话', '地址'];
const person = ['王秀英', '370402194801010026', '13800000000', '东风村1号'];

type Bytes = string | Buffer<ArrayBuffer>;

const opened = async (bytes: Bytes) => (await openSpreadsheet(new Blob([bytes]))).open(0);
const openedSheet = (sheet: Omit<TestSheet, 'name'>) => opened(workbookOf({ name: '户情', ...sheet }));
const valuesOf = async (sheet: Omit<TestSheet, 'name'>): Promise<readonly string[][]> =>
  (await openedSheet(sheet)).top.map(({ cells }) => cells);
const refusalOf = async (bytes: Bytes): Promise<string> => {
  try {
    await opened(bytes);
  } catch (thrown) {
    if (thrown instanceof FileProblem) return thrown.code;
    throw thrown;
  }
  return 'read';
};

describe('an .xlsx file', () => {
  it('is read as the office sees it, line numbers and all', async () => {
    const { top, sheets, lines } = await openedSheet({ rows: [titles, [], person] });
    expect(sheets).toEqual(['户情']);
    expect(lines).toBe(1);
    expect(top).toEqual([
      { no: 1, cells: titles },
      { no: 3, cells: person },
    ]);
  });

  it('numbers keep the digits people typed, without an exponent or binary dust', async () => {
    expect(await valuesOf({ rows: [titles, [13_800_000_000, 0.1 + 0.2, 1e21, -3]] })).toEqual([
      titles,
      ['13800000000', '0.3', '1e+21', '-3'],
    ]);
  });

  it('an ID number stored as a number is told: its last digits are lost', async () => {
    const { notes } = await openedSheet({ rows: [titles, ['王秀英', 370_402_194_801_010_000]] });
    expect(notes.cut).toEqual(['B2']);
  });

  it('dates are days, whether Excel holds them as serial numbers or as text', async () => {
    expect(
      await valuesOf({ rows: [titles, [{ serial: 45_658 }, '2025年1月1日', { serial: 45_658.75 }]] }),
    ).toEqual([titles, ['2025-01-01', '2025年1月1日', '2025-01-01']]);
    expect(dateOfSerial(59, false)).toBe('1900-02-28');
    expect(dateOfSerial(61, false)).toBe('1900-03-01');
    expect(dateOfSerial(0, true)).toBe('1904-01-01');
  });

  it('a merged address belongs to every line it spans, and that is told', async () => {
    const { top, notes } = await openedSheet({
      rows: [
        ['地址', '姓名'],
        ['东风村1号', '王秀英'],
        ['', '李建国'],
        ['', '李小明'],
        ['东风村2号', '张三'],
      ],
      merges: ['A2:A4', 'D1:F1'],
    });
    expect(top.map(({ cells }) => cells[0])).toEqual([
      '地址',
      '东风村1号',
      '东风村1号',
      '东风村1号',
      '东风村2号',
    ]);
    expect(notes.merged).toBe(1);
  });

  it('a formula gives the value it last had; one without a value or in error is told, and the line still loads', async () => {
    const { top, notes } = await openedSheet({
      rows: [
        titles,
        [
          { attributes: 't="str"', xml: '<f>A1&amp;"x"</f><v>王秀英</v>' },
          { attributes: '', xml: '<f>B1</f>' },
          { attributes: 't="e"', xml: '<f>1/0</f><v>#DIV/0!</v>' },
          '东风村1号',
        ],
      ],
    });
    expect(top[1]?.cells).toEqual(['王秀英', '', '', '东风村1号']);
    expect(notes.formulas).toBe(1);
    expect(notes.unknown).toEqual(['B2', 'C2']);
  });

  it('full-width digits, ideographic spaces and line breaks inside a cell become plain text', async () => {
    expect(
      await valuesOf({ rows: [titles, ['王　秀英 ', '３７０４０２', '138\n0000', 'A＆B（东）']] }),
    ).toEqual([titles, ['王 秀英', '370402', '138 0000', 'A&B(东)']]);
  });

  it('titles above the table are not taken for headings', async () => {
    const { headingsAt, columns } = await openedSheet({
      rows: [['东风村户情台账'], ['填表人：马志强', '', '2026-11-01'], titles, person],
      merges: ['A1:D1'],
    });
    expect(headingsAt).toBe(2);
    expect(columns.map(({ title }) => title)).toEqual(titles);
    expect(columns[0]?.samples).toEqual(['王秀英']);
  });

  it('a workbook with several sheets offers each of them', async () => {
    const spreadsheet = await openSpreadsheet(
      new Blob([
        workbookOf({ name: '说明', rows: [['填表说明']] }, { name: '一组', rows: [titles, person] }),
      ]),
    );
    expect((await spreadsheet.open(0)).sheets).toEqual(['说明', '一组']);
    expect((await spreadsheet.open(1)).lines).toBe(1);
  });

  it('the sheet opened first is the one with known headings, whatever stands before it', async () => {
    const spreadsheet = await openSpreadsheet(
      new Blob([
        workbookOf({ name: '说明', rows: [['填表', '说明']] }, { name: '一组', rows: [titles, person] }),
      ]),
    );
    expect((await spreadsheet.openLikely()).sheet).toBe(1);
    const unknown = await openSpreadsheet(
      new Blob([
        workbookOf({
          name: 'a',
          rows: [
            ['x', 'y'],
            ['1', '2'],
          ],
        }),
      ]),
    );
    expect((await unknown.openLikely()).sheet).toBe(0);
  });
});

describe('a .csv file', () => {
  const text = `${titles.join(',')}\n${person.join(',')}\n`;
  // 地址 and 东 as GB18030 has them; Node has no encoder for it.
  const gb18030 = Buffer.concat([
    Buffer.from([0xb5, 0xd8, 0xd6, 0xb7]),
    Buffer.from(',x\n'),
    Buffer.from([0xb6, 0xab]),
    Buffer.from(',1\n'),
  ]);

  it.each([
    ['UTF-8', text],
    ['UTF-8 with a byte order mark', `\uFEFF${text}`],
    ['tabs for commas', text.replaceAll(',', '\t')],
    ['Windows line ends', text.replaceAll('\n', '\r\n')],
  ])('is read as %s', async (_, given) => {
    expect((await opened(given)).top).toEqual([
      { no: 1, cells: titles },
      { no: 2, cells: person },
    ]);
  });

  it('is read as GB18030, which Excel writes on Chinese computers', async () => {
    expect((await opened(gb18030)).top.map(({ cells }) => cells)).toEqual([
      ['地址', 'x'],
      ['东', '1'],
    ]);
  });

  it('an ID number guarded from Excel by ="…" is taken out of its guard', async () => {
    const { top } = await opened(`姓名,身份证号\n王秀英,="370402194801010026"\n`);
    expect(top[1]?.cells[1]).toBe('370402194801010026');
  });

  it('a formula saved without its value counts as empty, and its place is told', async () => {
    const { top, notes } = await opened('姓名,地址,电话\n=SUM(A1),东风村1号,#REF!\n王秀英,=B2,1\n');
    expect(top.map(({ cells }) => cells)).toEqual([
      ['姓名', '地址', '电话'],
      ['', '东风村1号'],
      ['王秀英', '', '1'],
    ]);
    expect(notes.unknown).toEqual(['A2', 'C2', 'B3']);
  });

  it('an ID number that Excel had already cut short when it was saved is told', async () => {
    expect((await opened('姓名,身份证号\n王秀英,3.70402E+17\n')).notes.cut).toEqual(['2']);
  });
});

describe('a file that is no spreadsheet is refused by its content, whatever its name', () => {
  const ole = (words: string): Buffer<ArrayBuffer> =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(504),
      Buffer.from(words, 'utf16le'),
    ]);
  it.each([
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'file.not_a_spreadsheet'],
    ['a PDF', '%PDF-1.7 …', 'file.not_a_spreadsheet'],
    ['a web page saved as .xls', '<html><table><tr><td>姓名</td></tr></table>', 'file.not_a_spreadsheet'],
    ['a Word document', zipOf({ 'word/document.xml': '<w/>' }), 'file.not_a_spreadsheet'],
    ['Excel 97–2003', ole('Workbook'), 'file.old_excel'],
    ['a workbook with a password', ole('EncryptedPackage'), 'file.encrypted'],
    [
      'a workbook cut off while it was copied',
      workbookOf({ name: 'a', rows: [titles, person] }).subarray(0, 700),
      'file.damaged',
    ],
    ['nothing', '', 'file.empty'],
    ['only headings', `${titles.join(',')}\n`, 'file.empty'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it('a file of 200 MB is refused without a byte of it being read', async () => {
    const huge = Object.defineProperties(new Blob([]), {
      size: { value: 200 * 1024 * 1024 },
      slice: {
        value: () => {
          throw new Error('read');
        },
      },
    });
    expect(huge.size).toBeGreaterThan(fileLimit);
    await expect(openSpreadsheet(huge)).rejects.toMatchObject({ code: 'file.too_large' });
  });

  it('a table wider or longer than any register is refused as such', async () => {
    expect(
      await refusalOf(
        Array.from({ length: 300 }, (_, at) => `c${at}`)
          .join(',')
          .concat('\n1\n'),
      ),
    ).toBe('file.too_many_columns');
    expect(await refusalOf('姓名\n'.repeat(200_001))).toBe('file.too_many_rows');
  });
});
