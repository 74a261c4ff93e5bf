import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './track.zh.ts';

export const words = {
  'form.title': 'Check progress',
  'form.lead':
    'You got a reference and a code when you sent your issue. If you called or told an officer, they can tell you.',
  'form.reference': 'Reference',
  'form.reference.hint':
    '10 letters and digits, for example ABC-DEF-GHJK. Small letters, spaces and dashes are fine.',
  'form.code': 'Code',
  'form.code.hint': '8 letters and digits',
  'form.submit': 'Check',
  'form.busy': 'Checking…',
  'form.lost': 'Lost the reference or the code? Call 12345 and say which phone number you gave.',
  'form.failed': 'Nothing was found',
  'missing.reference': 'Enter the reference',
  'missing.code': 'Enter the code',

  'progress.title': 'Progress of {reference}',
  'progress.read-at': 'As of {when}',
  'progress.refresh': 'Refresh',
  'progress.refreshing': 'Refreshing…',
  'progress.another': 'Check another',
  'progress.failed': 'It could not be refreshed',
  'progress.answer': 'Our answer to you',
  'progress.outcome': 'Result',
  'progress.plan': 'The plan from here',
  'progress.plan.by': 'by {date}',
  'progress.steps': 'What was done',
  'progress.issue': 'Your issue',
  'progress.what': 'What happened',
  'progress.place': 'Exact place',
  'progress.department': 'Department',
  'progress.print': 'Print',

  'state.registered': 'Registered',
  'state.registered.text': 'Staff are checking it and will pass it on to the department in charge.',
  'state.transferred': 'With the department',
  'state.transferred.text': 'Somebody there takes it on within one working day.',
  'state.arbitration': 'Being decided who handles it',
  'state.arbitration.text':
    'It was returned twice as somebody else’s; a supervisor is deciding who handles it. The deadline does not move because of that.',
  'state.claimed': 'Being handled',
  'state.claimed.text': 'The department has taken it on and is working on it.',
  'state.linked': 'Handled together with the same issue',
  'state.linked.text':
    'Somebody else reported the same, so both are handled as one. You will get an answer of your own.',
  'state.resolved': 'Resolved, answer to follow',
  'state.resolved.text': 'Staff will contact you with the result within one working day.',
  'state.answered': 'Answered',
  'state.answered.text': 'Next, somebody else asks you whether it was solved and whether you are satisfied.',
  'state.closed': 'Closed',
  'state.closed.text': 'If the problem comes back, report it again or call 12345.',

  'due.none':
    'The clock starts when a department gets it: resolved within three working days, counted from the day after. The date will be shown here.',
  'due.promise': 'To be resolved {due}',
  'due.overdue': 'Overdue',
  'due.overdue.text':
    'It should have been resolved {due} and is not yet. The department has been reminded; after one working day supervisors step in. We are sorry for the trouble.',
  'due.provisional':
    'This date is provisional: next year’s public holidays are not announced yet. It is worked out again when they are.',
  'due.extended': 'The deadline was extended, because: {reason}',
  'due.kept': 'Resolved in time',
  'due.missed': 'Resolved after the deadline (it was due {due})',

  'outcome.solved': 'Solved',
  'outcome.planned': 'Planned, to be solved step by step',
  'outcome.cannot': 'Cannot be solved for now; the answer says why',

  'step.raised': 'Received from you',
  'step.transferred': 'Passed on to the department',
  'step.claimed': 'Taken on by the department',
  'step.resolved': 'Resolved',
  'step.answered': 'Answered to you',
  'step.closed': 'Followed up and closed',
} as const satisfies Translation<typeof zh>;
