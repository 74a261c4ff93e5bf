import type { FieldCode } from '../../../functions/platform/contract/fields.ts';
import type { FieldProblem, PlatformProblemCode } from '../../../functions/platform/contract/problems.ts';
import type { PhotoRefusal } from '../../../functions/platform/photos/photo.contract.ts';
import type { unreachable } from '../api/client.ts';
import { fieldWords } from './field.words.ts';
import type { words } from './field.zh.ts';
import type { RefusalCode } from './service.ts';

type Message = keyof typeof words;

/** Everything the service can refuse on the way from a phone. A code without words does not compile. */
type ProblemCode =
  | RefusalCode
  | PhotoRefusal
  | PlatformProblemCode
  | 'access.credentials_wrong'
  | 'access.locked'
  | typeof unreachable;

const problems = {
  'visit.in_future': 'problem.in_future',
  'visit.before_campaign': 'problem.before_campaign',
  'visit.household_out_of_scope': 'problem.out_of_scope',
  'visit.anothers_household': 'problem.anothers',
  'visit.appointment_past': 'problem.appointment_past',
  'photo.empty': 'problem.photo',
  'photo.too_large': 'problem.photo',
  'photo.not_a_picture': 'problem.photo',
  'photo.unsupported_type': 'problem.photo_type',
  'photo.damaged': 'problem.photo',
  'access.credentials_wrong': 'problem.credentials',
  'access.locked': 'problem.locked',
  'request.malformed': 'problem.failed',
  'request.invalid': 'problem.invalid',
  'request.cursor_invalid': 'problem.failed',
  'request.cursor_expired': 'problem.failed',
  'request.key_required': 'problem.failed',
  'request.key_reused': 'problem.failed',
  'request.not_found': 'problem.failed',
  'request.method_not_allowed': 'problem.failed',
  'request.stale': 'problem.failed',
  'request.precondition_required': 'problem.failed',
  'request.too_large': 'problem.too_large',
  'request.media_type': 'problem.failed',
  'request.cross_site': 'problem.failed',
  'request.too_many': 'problem.too_many',
  'session.required': 'session.ended',
  'access.role': 'problem.role',
  'access.password_change_required': 'session.password',
  'access.scope': 'problem.anothers',
  'record.anonymised': 'problem.failed',
  'service.busy': 'problem.busy',
  'service.failed': 'problem.failed',
  'network.unreachable': 'problem.unreachable',
} as const satisfies Record<ProblemCode, Message>;

const fields = {
  'field.required': 'field.required',
  'field.unknown': 'field.wrong',
  'field.type': 'field.wrong',
  'field.choice': 'field.choose',
  'field.range': 'field.wrong',
  'field.too_many': 'field.too_many',
  'text.too_long': 'field.too_long',
  'text.control_characters': 'field.control',
  'phone.invalid': 'field.phone',
  'consent.required': 'field.consent',
  'date.invalid': 'field.date',
  'reporter.head': 'field.no_phone',
} as const satisfies Partial<Record<FieldCode | 'reporter.head', Message>>;

const isKnown = <T extends object>(table: T, code: string): code is keyof T & string =>
  Object.hasOwn(table, code);

/** What a refusal means and what to do about it, in the language now shown. */
export const problemMessage = (code: string): string =>
  fieldWords.t(isKnown(problems, code) ? problems[code] : 'problem.failed');

/** What is wrong with one answer, in the language now shown. */
export const fieldMessage = ({ code, n }: Pick<FieldProblem, 'code' | 'n'>): string =>
  fieldWords.t(isKnown(fields, code) ? fields[code] : 'field.wrong', { n });
