import type { Outcome } from '../service.ts';

/** One issue as it stands in the form. */
export interface IssueAnswers {
  readonly category: string;
  readonly what: string;
  readonly place: string;
  /** `head` or `other`, once chosen. */
  readonly who: string;
  readonly name: string;
  readonly phone: string;
  readonly consent: boolean;
}

/** A visit as it stands in the form: texts are empty until they are written. */
export interface Answers {
  readonly outcome: Outcome | '';
  readonly met: readonly string[];
  readonly satisfaction: string;
  readonly views: string;
  readonly materials: readonly string[];
  readonly note: string;
  readonly day: string;
  readonly slot: string;
  readonly issues: readonly IssueAnswers[];
}

export const noAnswers: Answers = {
  outcome: '',
  met: [],
  satisfaction: '',
  views: '',
  materials: [],
  note: '',
  day: '',
  slot: '',
  issues: [],
};

export const noIssue: IssueAnswers = {
  category: '',
  what: '',
  place: '',
  who: '',
  name: '',
  phone: '',
  consent: false,
};

export type Question =
  | 'met'
  | 'satisfaction'
  | 'views'
  | 'issues'
  | 'materials'
  | 'appointment'
  | 'photos'
  | 'note';

/** What each outcome needs to be asked, in the order of the form; everything else is not shown and not sent. */
export const questionsOf = {
  met: ['met', 'satisfaction', 'views', 'issues', 'materials', 'photos', 'note'],
  'not-home': ['materials', 'note'],
  refused: ['views', 'materials', 'note'],
  vacant: ['photos', 'note'],
  moved: ['note'],
  appointment: ['appointment', 'materials', 'note'],
} as const satisfies Record<Outcome, readonly Question[]>;

export const asks = (outcome: Outcome | '', question: Question): boolean =>
  outcome !== '' && questionsOf[outcome].some((each) => each === question);
