import type { MessageRefusal } from '../../../../functions/messages/messages.problems.ts';

export const words = {
  'message.not_found': 'There is no such message.',
  'mail.not_found': 'There is no such mail.',
  'mail.not_failed': 'This mail has not failed: it waits, or has been sent.',
  'mailbox.not_found': 'There is no such account.',
  'mailbox.no_address': 'Enter the address mails are to go to.',
} as const satisfies Record<MessageRefusal, string>;
