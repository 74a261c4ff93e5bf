import type { CheckName } from '../findings/findings.words.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import type { Letter } from './mailing.usecases.ts';
import type { Message } from './messages.states.ts';
import type { Tiding } from './messages.words.ts';

/** Mails are written in Chinese: nobody knows in which language their reader has set the site. */
const tidingTitles: Readonly<Record<Tiding, string>> = {
  'finding-notice': '将到期',
  'finding-late': '已逾期',
  'finding-grave': '严重逾期',
  'finding-supervision': '已报督导',
  'finding-criticism': '可通报批评',
  'finding-back': '暂缓期已过',
  'issue-transferred': '转办到本部门',
  'issue-returned': '部门退回',
  'issue-arbitration': '两次退回，请裁定',
  'issue-extension-asked': '申请延期，请决定',
  'issue-extension-granted': '同意延期',
  'issue-extension-refused': '不同意延期',
};

const checkTitles: Partial<Readonly<Record<CheckName, string>>> = {
  'issue-deadline': '问题按期办结',
  'issue-unclaimed': '问题一天内认领',
  'issue-unanswered': '办结后答复群众',
  'supervision-list': '督导清单按时核查',
  'ledger-noon': '台账中午前提交',
  'visit-coverage': '按计划走访',
  'venue-hours': '场馆开放够时间',
  'booking-care': '预约有人管',
  'renovation-step': '改造每一步按期',
  'target-pace': '年度任务进度',
  'calendar-year': '工作日历',
  'schedule-run': '检查按时进行',
  retention: '个人信息按期删除',
};

const isKnown = (subject: string): subject is CheckName => Object.hasOwn(checkTitles, subject);

const titleOf = ({ tiding, subject, about }: Message): string => {
  const what = about.kind === 'ISSUE' ? '问题' : isKnown(subject) ? checkTitles[subject] : undefined;
  return `【${tidingTitles[tiding]}】${what ?? '预警'}`;
};

const pages = { FINDING: 'findings', ISSUE: 'issues' } as const;

/**
 * What a mail says of these messages: what, where, since when, by when, and where to read on.
 * @param nameOf name of an organisation by its path.
 */
export const mailText = (
  messages: readonly Message[],
  { siteUrl, nameOf }: { readonly siteUrl: string; readonly nameOf: (node: string) => string },
): Pick<Letter, 'subject' | 'text'> => {
  const entries = messages.map((message, index) => {
    const { about, node, since, by, reason, instead } = message;
    const times = [`自 ${localDateOf(since)} 起`, ...(by === undefined ? [] : [`应于 ${by} 前办结`])];
    return [
      `${index + 1}. ${titleOf(message)}`,
      `   ${nameOf(node)}，${times.join('，')}`,
      ...(reason === 'above' || reason === 'nobody'
        ? [`   ${nameOf(instead ?? node)}没有可通知的人，因此转给您。`]
        : []),
      `   ${siteUrl}/admin/${pages[about.kind]}/${encodeURIComponent(about.id)}`,
    ].join('\n');
  });
  const [only] = messages;
  const subject =
    only && messages.length === 1 ? `惠民：${titleOf(only)}` : `惠民：${messages.length} 条新消息`;
  const foot = `在“消息”页可以更改邮件提醒方式：${siteUrl}/admin/inbox\n此邮件由系统自动发出，请勿回复。`;
  return { subject, text: `${[...entries, foot].join('\n\n')}\n` };
};
