import type { MessageRefusal } from '../../../../functions/messages/messages.problems.ts';

export const words = {
  'message.not_found': '没有这条消息。',
  'mail.not_found': '没有这封邮件。',
  'mail.not_failed': '这封邮件没有失败：还在等待，或者已经发出。',
  'mailbox.not_found': '没有这个账号。',
  'mailbox.no_address': '请填写收邮件的地址。',
} as const satisfies Record<MessageRefusal, string>;
