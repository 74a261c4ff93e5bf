/** One scheduled job, declared once: the infrastructure, the local host and the documentation read this row. */
export interface ScheduleRow {
  /** Lower-case dashed name, such as `issue-deadline`. */
  readonly name: string;
  /** The rule in words, as people are told it. */
  readonly rule: string;
  /** EventBridge Scheduler cron of six fields, in Asia/Shanghai. */
  readonly cron: `cron(${string})`;
  /** What breaks for people when it does not run; the text of its alarm. */
  readonly whenItFails: string;
}

/** What a scheduled function is called with, in the cloud and on one machine alike. */
export interface ScheduleEvent {
  readonly schedule: string;
  /** RFC 3339 instant the run was planned for. */
  readonly scheduledAt: string;
}

/** Why a run let a record be that it came upon. */
export const skipReasons = [
  /** Somebody acted in between, or a run beside this one was first. */
  'settled',
  /** Nothing was to be done there yet, or nothing was promised. */
  'not-due',
  /** It was counted by an earlier run. */
  'counted-before',
  /** Another check looks after it. */
  'left-to-its-check',
  /** More than one run does: it comes with the next. */
  'next-run',
] as const;
export type SkipReason = (typeof skipReasons)[number];
export type Skipped = Readonly<Partial<Record<SkipReason, number>>>;
