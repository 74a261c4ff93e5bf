import type { accessProblems } from '../../../../functions/access/access.problems.ts';
import type { photoProblems } from '../../../../functions/photos/photos.problems.ts';
import type { FieldCode } from '../../../../functions/platform/contract/fields.ts';
import type { PlatformProblemCode } from '../../../../functions/platform/contract/problems.ts';
import type { unreachable } from '../../api/client.ts';

/**
 * What any page can be answered with; what only a noun refuses stands in that noun's own words. A code without words
 * does not compile.
 */
type Code =
  | PlatformProblemCode
  | FieldCode
  | keyof typeof accessProblems
  | keyof typeof photoProblems
  | typeof unreachable;

export const words = {
  labelled: '{label}：{message}',

  'network.unreachable':
    '网络不通，不能确定是否已经提交。您填写的内容还在；连上网络后再按一次，不会重复办理。',
  'request.malformed': '系统没有读懂这次提交。请刷新页面后再试。',
  'request.invalid': '有的内容需要修改，请看下面的说明。',
  'request.cursor_invalid': '这个翻页链接不能用了，请回到第一页。',
  'request.cursor_expired': '这个翻页链接已过期，请回到第一页。',
  'request.key_required': '系统没有读懂这次提交。请刷新页面后再试。',
  'request.key_reused':
    '这份表单先前已经提交成功，后来又改了内容，所以没有再次办理。请刷新页面看现在的情况。',
  'request.not_found': '这里没有内容。',
  'request.method_not_allowed': '系统没有读懂这次提交。请刷新页面后再试。',
  'request.stale': '在您填写的时候，别的同事先做了改动。',
  'request.precondition_required': '页面内容已经旧了。请刷新页面后再试。',
  'request.too_large': '提交的内容太大。',
  'request.media_type': '系统没有读懂这次提交。请刷新页面后再试。',
  'request.cross_site': '这次提交来自别的网站，没有办理。',
  'request.too_many': '短时间内试的次数太多。请过一会儿再试。',
  'session.required': '登录已过期。请重新登录，再回来提交；您填写的内容还在。',
  'record.anonymised': '保存期已过：这条记录里的个人信息已删除，不能再办理。',
  'service.busy': '系统正忙，这次可能没有办成。请过一会儿再按一次，不会重复办理。',
  'service.failed': '系统出了问题，没有办成。请过一会儿再试。',

  'access.role': '您的角色不能办理这一项。',
  'access.scope': '这不在您负责的范围内。',
  'access.password_change_required': '请先改成您自己的密码。',
  'access.credentials_wrong': '账号或密码不对。',
  'access.locked': '试错次数太多。请等 15 分钟再试。',
  'access.password_wrong': '现在的密码不对。',
  'access.password_too_short': '密码至少要 12 个字符。',
  'access.password_has_login_name': '密码里不能有账号。',
  'access.password_common': '这个密码太容易被猜到，请换一个。',
  'access.password_unchanged': '请换一个和现在不同的密码。',
  'access.staff_not_found': '没有这个账号。',
  'access.login_name_taken': '这个账号名已经有人用了。',
  'access.own_account': '自己的账号要由另一位管理员来办。',
  'access.already_suspended': '这个账号已经停用了。',
  'access.not_suspended': '这个账号没有停用。',
  'access.node_not_found': '没有这个机构。',
  'access.node_unknown': '这个机构不存在，或已撤销。',
  'access.node_code_wrong': '这个代码不属于所选的上级机构。',
  'access.node_exists': '已经有这个代码的机构。',
  'access.node_closed': '这个机构已经撤销了。',
  'access.node_open': '这个机构没有撤销。',
  'access.own_node': '本机构要由上一级来撤销。',
  'access.district_exists': '系统里已经有一个区。',
  'access.authority_lost': '您的账号刚刚有变动。请重新登录。',
  'access.raced': '同一时刻有人在改这个账号，这次没有办理。请再试一次。',

  'photo.empty': '文件是空的，请另选一张。',
  'photo.too_large': '照片太大，请另选一张或先缩小。',
  'photo.not_a_picture': '这不是照片，请选照片文件。',
  'photo.unsupported_type': '请选 JPEG、PNG 或 WebP 格式的照片。',
  'photo.damaged': '照片已损坏，打不开。请另选一张。',
  'photo.not_found': '这里没有这张照片。',

  'field.required': '请填写这一项',
  'field.unknown': '系统不认识这一项',
  'field.type': '这一项的格式不对',
  'field.choice': '请从列出的选项中选择',
  'field.range': '数字超出了范围',
  'field.too_many': '最多 {n} 个',
  'text.too_long': '最多 {n} 个字',
  'text.control_characters': '里面有看不见的控制字符，请删去',
  'email.invalid': '请填写完整的邮箱地址，例如 name@example.cn',
  'phone.invalid': '请填 11 位手机号，或带区号的座机号',
  'reference.invalid': '编号不完整，或有一个字不对',
  'code.invalid': '查询码是 8 位字母和数字',
  'date.invalid': '请填真实的日期',
  'year.invalid': '请填 2000 到 2099 之间的年份',
  'time.invalid': '请填真实的日期和时间',
  'consent.required': '需要对方同意，才能记下联系方式',
  'id.invalid': '这个代码不符合格式',
  'field.masked': '这是遮掩过的内容；请填完整的，或保持原样',
  'id_number.invalid': '身份证号是 17 位数字，再加一位数字或 X',
  'id_number.birth_date': '身份证号里的出生日期不存在',
  'id_number.check_character': '身份证号最后一位（校验码）不对，请核对有没有抄错',
  'id_number.repeated': '这个身份证号出现了不止一次',
  'certificate.invalid': '残疾人证号是 20 位：18 位身份证号，再加 2 位数字',
  'certificate.category': '残疾人证号第 19 位是 1 到 7',
  'certificate.grade': '残疾人证号最后一位是 1 到 4',
} as const satisfies Record<Code | 'labelled', string>;
