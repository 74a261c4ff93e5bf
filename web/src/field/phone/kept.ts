import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import type { Conflict, Outcome, RaisedIssue, Round, VisitEntry } from '../service.ts';
import type { Answers } from '../visit/answers.ts';

/** What the phone remembers. Instants are RFC 3339 texts, by the service's clock where it was known. */

export interface Officer {
  readonly staffId: string;
  readonly name: string;
  /** Undefined until the service has said. */
  readonly roles: readonly string[] | undefined;
}

export interface KeptRound {
  readonly staffId: string;
  readonly round: Round;
  /** The officer's own visits of the round's day that the service has, made on whatever phone. */
  readonly done: readonly DoneWords[];
  /** Milliseconds to add to the phone's clock to have the service's. */
  readonly clockOffset: number;
}

export interface DoneWords {
  readonly visit: string;
  readonly stop: string;
  readonly address: string;
  readonly at: string;
  readonly outcome: Outcome;
}

/** Which household a visit belongs to, in words: the round may no longer have it. */
export interface StopWords {
  readonly stop: string;
  readonly address: string;
  readonly head: string;
}

/** What a form has to know of its household. */
export interface FormWords extends StopWords {
  readonly hasPhone: boolean;
  /** How the round had the household then (see `stateOf`): whether a later round knows of this visit. */
  readonly seen: string;
}

/** A form that is being filled in. */
export interface KeptDraft extends FormWords {
  readonly staffId: string;
  /** The entry it becomes; its photos are kept under it from the start. */
  readonly entryId: string;
  /** When the outcome was first chosen, at the door; undefined before. */
  readonly at: string | undefined;
  readonly answers: Answers;
}

export interface Refusal {
  readonly code: string;
  readonly errors: readonly FieldProblem[];
}

/** Written down on this phone and not yet acknowledged by the service. */
export interface KeptEntry extends FormWords {
  readonly entryId: string;
  readonly staffId: string;
  readonly writtenAt: string;
  /** Without its photos, whose ids are known once they were sent. */
  readonly visit: VisitEntry;
  /** As it stands in the form, so that it can be corrected there. */
  readonly answers: Answers;
  /** How often it has set off. Once it has, it may have arrived. */
  readonly tries: number;
  /** Said no to by the service; stays until it is corrected or discarded. */
  readonly refusal: Refusal | undefined;
  /** When it was last written to a file. */
  readonly exportedAt: string | undefined;
}

/** What is left of an entry once the service has it: nothing anybody said. */
export interface SentEntry extends StopWords {
  readonly entryId: string;
  readonly staffId: string;
  readonly sentAt: string;
  readonly at: string;
  readonly outcome: Outcome;
  readonly seen: string;
  readonly visit: string;
  readonly issues: readonly RaisedIssue[];
  readonly conflict: Conflict | undefined;
}

/** What a photo shows: the visit, one of its issues by position, or the home that is assessed. */
export type PhotoSubject = 'visit' | 'home' | number;

export interface KeptPhoto {
  /** Also the Idempotency-Key of its upload. */
  readonly key: string;
  /** The entry it belongs to. */
  readonly owner: string;
  readonly of: PhotoSubject;
  readonly fileName: string;
  readonly jpeg: Uint8Array<ArrayBuffer>;
  readonly thumbnail: Uint8Array<ArrayBuffer>;
  /** Once the service has it. */
  readonly photoId: string | undefined;
  readonly sentAt: string | undefined;
}

/** What only the account's own key opens. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly content: ArrayBuffer;
}

/** The homes to assess, with where they are and how to reach the people: sealed, because of whom it is about. */
export interface KeptHomes {
  readonly staffId: string;
  readonly asOf: string;
  readonly sealed: Sealed;
}

/** An assessment on its way: being written, to be sent, said no to by the service, or with it. */
export interface KeptAssessment {
  readonly entryId: string;
  readonly staffId: string;
  readonly reference: string;
  readonly phase: 'draft' | 'waiting' | 'refused' | 'sent';
  /** The Idempotency-Key it is sent with; a new one once the service has said no. */
  readonly key: string;
  /** The version of the application it is recorded on. */
  readonly version: number;
  readonly writtenAt: string;
  readonly tries: number;
  readonly refusal: Refusal | undefined;
  readonly exportedAt: string | undefined;
  readonly sentAt: string | undefined;
  /** What was written and the home it is about; undefined once the service has it. */
  readonly sealed: Sealed | undefined;
}
