import type { ScheduleRow } from '../platform/contract/schedule.ts';

export const messagesWatchSchedules = [
  {
    name: 'message-mail',
    rule: 'Whoever wants messages by mail is sent all that are due in one mail, at once or once a day at 08:00; what could not be sent is tried again after 5 minutes, half an hour, 2 and 12 hours, and then shown as failed.',
    cron: 'cron(0/5 * * * ? *)',
    whenItFails: 'Messages stay in the inbox: nobody is told of them by mail.',
  },
] as const satisfies readonly ScheduleRow[];
