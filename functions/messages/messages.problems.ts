import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

export const messageProblems = defineProblems({
  'message.not_found': { status: 404, title: 'There is no such message.' },
  'mail.not_found': { status: 404, title: 'There is no such mail.' },
  'mail.not_failed': { status: 409, title: 'This mail has not failed: it waits, or has been sent.' },
  'mailbox.not_found': { status: 404, title: 'There is no such account.' },
  'mailbox.no_address': { status: 422, title: 'Enter the address mails are to go to.' },
});

export type MessageRefusal = keyof typeof messageProblems;
export const messageProblem = problemFactory(messageProblems);
