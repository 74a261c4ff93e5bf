import type { HouseholdRefusal } from '../../../../functions/households/households.problems.ts';

export const words = {
  'household.not_found': '没有这一户，或不在您的范围内。',
  'household.village_unknown': '这个村居不存在，或已撤销。',
  'household.area_unknown': '这个片区不属于该村居，或已停用。',
  'household.address_taken': '这个地址已登记了另一户。',
  'household.id_number_taken': '这个身份证号已登记在另一户。',
  'household.id_number_twice': '这一户有两位成员是同一个身份证号。',
  'household.name_and_phone_known': '同名同电话的人已登记在另一户。',
  'household.member_unknown': '有一位成员不在这一户里。请刷新后再改。',
  'household.is_gone': '这一户已迁出，要先恢复。',
  'household.not_gone': '这一户没有迁出。',
  'household.area_not_found': '没有这个片区。',
  'household.area_name_taken': '这个村居已有同名片区。',
  'household.area_closed': '这个片区已经停用。',
  'household.import_not_found': '没有这次导入，或不在您的范围内。',
  'household.import_completed': '这次导入已经完成。',
  'household.import_gap': '前面还有没送出的户，请从断开的地方继续。',
  'household.import_incomplete': '还有没送出的户。',
  'household.import_beyond': '送出的户数比文件里的多。',
  'household.import_row_differs': '这一户导入过，内容不同；请直接修改该户。',
} as const satisfies Record<HouseholdRefusal, string>;
