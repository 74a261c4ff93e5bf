import type { issuesPublicContract } from '../../../../functions/issues/issues-public.contract.ts';
import type { FieldCode } from '../../../../functions/platform/contract/fields.ts';
import type { FieldProblem, PlatformProblemCode } from '../../../../functions/platform/contract/problems.ts';
import type { PhotoRefusal } from '../../../../functions/platform/photos/photo.contract.ts';
import { ApiProblem, type unreachable } from '../../api/client.ts';
import { messageWords } from '../public.words.ts';
import type { words } from './messages.zh.ts';

type Message = keyof typeof words;
type Routes = typeof issuesPublicContract.routes;

/** Everything the service can refuse on the residents' pages. A code without words does not compile. */
type ProblemCode =
  | Routes[keyof Routes]['problems'][number]
  | PhotoRefusal
  | PlatformProblemCode
  | typeof unreachable;

const problemMessages = {
  'issue.place_unknown': 'place_unknown',
  'issue.proof_wrong': 'proof',
  'issue.proof_used': 'proof',
  'issue.reference_or_code_wrong': 'reference_or_code_wrong',
  'photo.empty': 'photo.empty',
  'photo.too_large': 'photo.too_large',
  'photo.not_a_picture': 'photo.not_a_picture',
  'photo.unsupported_type': 'photo.unsupported_type',
  'photo.damaged': 'photo.damaged',
  'request.malformed': 'failed',
  'request.invalid': 'invalid',
  'request.cursor_invalid': 'failed',
  'request.cursor_expired': 'failed',
  'request.key_required': 'failed',
  'request.key_reused': 'key_reused',
  'request.not_found': 'failed',
  'request.method_not_allowed': 'failed',
  'request.stale': 'failed',
  'request.precondition_required': 'failed',
  'request.too_large': 'failed',
  'request.media_type': 'failed',
  'request.cross_site': 'failed',
  'request.too_many': 'too_many',
  'session.required': 'failed',
  'access.role': 'failed',
  'access.password_change_required': 'failed',
  'access.scope': 'failed',
  'record.anonymised': 'failed',
  'service.busy': 'busy',
  'service.failed': 'failed',
  'network.unreachable': 'unreachable',
} as const satisfies Record<ProblemCode, Message>;

const fieldMessages = {
  'field.required': 'field.required',
  'field.unknown': 'field.wrong',
  'field.type': 'field.wrong',
  'field.choice': 'field.choice',
  'field.range': 'field.wrong',
  'field.too_many': 'field.too_many',
  'text.too_long': 'text.too_long',
  'text.control_characters': 'text.control_characters',
  'email.invalid': 'field.wrong',
  'phone.invalid': 'phone.invalid',
  'reference.invalid': 'reference.invalid',
  'code.invalid': 'code.invalid',
  'date.invalid': 'field.wrong',
  'year.invalid': 'field.wrong',
  'time.invalid': 'field.wrong',
  'consent.required': 'consent.required',
  'id.invalid': 'field.choice',
  'field.masked': 'field.wrong',
  'id_number.invalid': 'field.wrong',
  'id_number.birth_date': 'field.wrong',
  'id_number.check_character': 'field.wrong',
  'id_number.repeated': 'field.wrong',
  'certificate.invalid': 'field.wrong',
  'certificate.category': 'field.wrong',
  'certificate.grade': 'field.wrong',
} as const satisfies Record<FieldCode, Message>;

const isKnown = <T extends object>(table: T, code: string): code is keyof T & string =>
  Object.hasOwn(table, code);

/** The code of anything thrown; what is no answer of the service is a failure of ours. */
export const codeOf = (thrown: unknown): string =>
  thrown instanceof ApiProblem ? thrown.code : 'service.failed';

/** What a refusal means for the reader and what to do about it, in the language now shown. */
export const problemMessage = (code: string): string =>
  messageWords.t(isKnown(problemMessages, code) ? problemMessages[code] : 'failed');

/** What is wrong with one field, in the language now shown. */
export const fieldMessage = ({ code, n }: Pick<FieldProblem, 'code' | 'n'>): string =>
  messageWords.t(isKnown(fieldMessages, code) ? fieldMessages[code] : 'field.wrong', { n });
