import { describe, expect, it } from 'vitest';
import { findHeadings, guessMapping, mappingLack } from '../../web/src/admin/households/import/columns.ts';
import { householdsOfLines } from '../../web/src/admin/households/import/households-of-lines.ts';

const linesOf = (rows: readonly (readonly string[])[]) =>
  rows.map((cells, index) => ({ no: index + 2, cells: [...cells] }));
const grouped = (titles: readonly string[], ...rows: readonly (readonly string[])[]) =>
  householdsOfLines(linesOf(rows), titles, guessMapping(titles));

describe('what a column is', () => {
  it.each([
    ['户主姓名', 'head'],
    ['户主', 'head'],
    ['姓 名', 'name'],
    ['*身份证号码', 'idNumber'],
    ['公民身份号码', 'idNumber'],
    ['联系电话（必填）', 'phone'],
    ['手机号', 'phone'],
    ['楼栋', 'building'],
    ['单元', 'unit'],
    ['房间号', 'room'],
    ['详细地址', 'address'],
    ['与户主关系', 'relation'],
    ['人员类别', 'categories'],
    ['是否残疾', 'categories'],
    ['商铺名称', 'shopName'],
    ['所属网格', 'area'],
    ['户号', 'key'],
    ['门牌地址', 'address'],
    ['户主本人联系电话', 'phone'],
    ['备注', undefined],
  ])('「%s」 is guessed', (title, field) => {
    expect(guessMapping([title])).toEqual([field]);
  });

  it('of two columns with the same meaning the first counts, unless they go together', () => {
    expect(guessMapping(['手机号', '联系电话', '小区', '门牌'])).toEqual([
      'phone',
      undefined,
      'address',
      'address',
    ]);
  });

  it('a heading that only ends like a known one stands back when another column is that', () => {
    expect(guessMapping(['单位地址', '家庭住址', '紧急联系人电话', '手机号'])).toEqual([
      undefined,
      'address',
      undefined,
      'phone',
    ]);
  });

  it('the order of the columns makes no difference', () => {
    const one = grouped(['姓名', '地址', '联系电话'], ['王秀英', '东风村1号', '13800000000']);
    const other = grouped(['联系电话', '姓名', '地址'], ['13800000000', '王秀英', '东风村1号']);
    expect(other).toEqual(one);
  });

  it('headings nobody foresaw are looked for where a line first has more than a title', () => {
    expect(findHeadings(linesOf([['统计表'], ['甲', '乙'], ['1', '2']]))).toBe(1);
  });

  it('without an address or a name no household can be made, and which is said', () => {
    expect(mappingLack(guessMapping(['姓名']))).toBe('address');
    expect(mappingLack(guessMapping(['地址']))).toBe('name');
    expect(mappingLack(guessMapping(['地址', '户主']))).toBeUndefined();
  });
});

describe('lines of one household become one household', () => {
  const member = { name: '', relation: '', idNumber: '', phone: '', categories: [] };

  it('by the household’s number, the head first wherever it stands', () => {
    const { households } = grouped(
      ['户号', '地址', '姓名', '与户主关系'],
      ['7', '东风村1号', '李小明', '孙子'],
      ['8', '东风村2号', '张三', '户主'],
      ['7', '东风村1号', '王秀英', '户主'],
    );
    expect(households.map(({ lines, members }) => [lines, members.map(({ name }) => name)])).toEqual([
      [
        [2, 4],
        ['王秀英', '李小明'],
      ],
      [[3], ['张三']],
    ]);
  });

  it('by the address when there is no number, however it is spaced', () => {
    const { households } = grouped(
      ['楼栋', '单元', '房间号', '姓名'],
      ['3号楼', '2单元', '501室', '王秀英'],
      ['3 号楼', '2单元', '501', '李建国'],
    );
    expect(households).toHaveLength(1);
    expect(households[0]).toMatchObject({
      building: '3',
      unit: '2',
      room: '501',
      address: '3号楼2单元501室',
    });
  });

  it('a line without address belongs to the household above it', () => {
    const { households } = grouped(
      ['地址', '姓名'],
      ['东风村1号', '王秀英'],
      ['', '李建国'],
      ['东风村2号', '张三'],
    );
    expect(households.map(({ lines }) => lines)).toEqual([[2, 3], [4]]);
  });

  it('a first line without address belongs nowhere, and is told', () => {
    const { households, remarks } = grouped(['地址', '姓名'], ['', '王秀英'], ['东风村2号', '张三']);
    expect(households.map(({ lines }) => lines)).toEqual([[3]]);
    expect(remarks).toEqual([{ line: 2, code: 'no_household', text: '王秀英' }]);
  });

  it('a second head at one door is a household of its own, so that the double is found', () => {
    const { households } = grouped(
      ['地址', '姓名', '与户主关系'],
      ['东风村1号', '王秀英', '户主'],
      ['东风村1号', '张三', '户主'],
      ['东风村1号', '李四', '配偶'],
    );
    expect(households.map(({ members }) => members.map(({ name }) => name))).toEqual([
      ['王秀英'],
      ['张三', '李四'],
    ]);
  });

  it('a head without address is not put into the household above, nor are those below', () => {
    const { households, remarks } = grouped(
      ['地址', '姓名', '与户主关系'],
      ['东风村1号', '王秀英', '户主'],
      ['', '张三', '户主'],
      ['', '李四', '配偶'],
    );
    expect(households.map(({ lines }) => lines)).toEqual([[2]]);
    expect(remarks.map(({ line, code }) => [line, code])).toEqual([
      [3, 'no_household'],
      [4, 'no_household'],
    ]);
  });

  it('one number with two addresses is one household, and is told', () => {
    const { households, remarks } = grouped(
      ['户号', '地址', '姓名'],
      ['7', '东风村1号', '王秀英'],
      ['7', '西街3号', '李建国'],
    );
    expect(households).toHaveLength(1);
    expect(remarks).toEqual([{ line: 3, code: 'address_differs', text: '西街3号' }]);
  });

  it('categories come from a list in a cell and from columns of yes and no; what nobody knows is told', () => {
    const { households, remarks } = grouped(
      ['地址', '姓名', '人员类别', '是否残疾', '低保'],
      ['东风村1号', '王秀英', '独居、高龄', '是', '否'],
      ['东风村1号', '李建国', '网红', '', '√'],
    );
    expect(households[0]?.members.map(({ categories }) => categories)).toEqual([
      ['living-alone', 'elderly', 'disabled'],
      ['low-income'],
    ]);
    expect(remarks).toEqual([{ line: 3, code: 'category_unknown', text: '网红' }]);
  });

  it('a line with a shop’s name is a shop, and two shops at one address are two', () => {
    const { households } = grouped(
      ['地址', '商铺名称', '经营者'],
      ['光明路8号', '老王面馆', '王强'],
      ['光明路8号', '小李理发', '李敏'],
      ['光明路10号', '', '赵六'],
    );
    expect(households.map(({ kind, shopName }) => [kind, shopName])).toEqual([
      ['shop', '老王面馆'],
      ['shop', '小李理发'],
      ['home', ''],
    ]);
  });

  it('「户主」 may hold the head’s name on every line', () => {
    const { households } = grouped(
      ['户主', '姓名', '地址'],
      ['王秀英', '李建国', '东风村1号'],
      ['王秀英', '王秀英', '东风村1号'],
    );
    expect(households[0]?.members).toEqual([
      { ...member, name: '王秀英' },
      { ...member, name: '李建国' },
    ]);
  });

  it('a room the spreadsheet took for a date is told', () => {
    expect(grouped(['地址', '房间号', '姓名'], ['幸福里', '2026-03-02', '王秀英']).remarks).toEqual([
      { line: 2, code: 'date_in_address', text: '2026-03-02' },
    ]);
  });

  it('a line with nothing that was mapped counts for nothing', () => {
    expect(grouped(['地址', '姓名', '备注'], ['', '', '合计 12 户'])).toEqual({
      households: [],
      remarks: [],
    });
  });
});
