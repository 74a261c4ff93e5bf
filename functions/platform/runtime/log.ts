/**
 * Every line that is ever logged. Alarms and tests go by the code; fields are ids, codes, counts and times,
 * never a body, a header, a name or anything a person typed.
 */
export const logCodes = {
  'http.answered': 'a request was answered',
  'http.failed': 'a request failed on our side',
  'projection.applied': 'stream records were projected',
  'projection.failed': 'a stream record could not be projected and will come again',
  'sweep.finished': 'a scheduled sweep ran to its end',
  'sweep.record_failed': 'one record of a sweep failed; the others went on',
  'batch.entry_failed': 'one entry of a batch failed; the others went on',
  'aftermath.failed': 'what follows a committed request failed; a schedule makes up for it',
  'message.nobody': 'there is nobody to be told, not even an administrator',
  'schedule.failed': 'a scheduled job failed',
} as const;

export type LogCode = keyof typeof logCodes;
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  readonly info: (code: LogCode, fields?: LogFields) => void;
  /** `cause` contributes its name and stack, never its message: messages can quote what people sent. */
  readonly error: (code: LogCode, fields?: LogFields, cause?: unknown) => void;
}

/** Where in our code it happened, without the message line. */
const traceOf = (cause: unknown): LogFields =>
  cause instanceof Error
    ? {
        error: cause.name,
        at: cause.stack
          ?.split('\n')
          .filter((line) => line.startsWith('    at '))
          .slice(0, 8)
          .join('\n'),
      }
    : {};

/** One JSON object a line on standard output, where Lambda and a terminal both collect it. */
export const createLog = (write: (line: string) => void): Log => {
  const at = (level: 'info' | 'error', code: LogCode, fields: LogFields): void =>
    write(`${JSON.stringify({ level, code, message: logCodes[code], ...fields })}\n`);
  return {
    info: (code, fields = {}) => at('info', code, fields),
    error: (code, fields = {}, cause) => at('error', code, { ...fields, ...traceOf(cause) }),
  };
};

export const consoleLog = createLog((line) => process.stdout.write(line));
