import type { CheckFormInput } from '../../../../functions/inspections/inspections.fields.ts';
import {
  type DiscrepancyKind,
  discrepancyKinds,
  limits,
  type Question,
} from '../../../../functions/inspections/inspections.words.ts';
import type { CheckItem } from './inspections.queries.ts';

export interface DiscrepancyDraft {
  chosen: boolean;
  what: string;
  /** `visitor`, `nobody`, or the id of somebody else. */
  responsible: string;
  workingDays: string;
}

export interface CheckDraft {
  answers: Record<Question, string>;
  note: string;
  keepPhotos: boolean;
  discrepancies: Record<DiscrepancyKind, DiscrepancyDraft>;
}

const emptyDiscrepancy: DiscrepancyDraft = {
  chosen: false,
  what: '',
  responsible: 'visitor',
  workingDays: String(limits.workingDays),
};

/** The form as it begins: empty, or with what is recorded already. */
export const draftOf = ({ findings, by }: CheckItem): CheckDraft => {
  const of = (kind: DiscrepancyKind): DiscrepancyDraft => {
    const found = findings?.discrepancies.find((each) => each.kind === kind);
    if (found === undefined) return { ...emptyDiscrepancy };
    const { what, responsible, workingDays } = found;
    const who = responsible === undefined ? 'nobody' : responsible.id === by.id ? 'visitor' : responsible.id;
    return { chosen: true, what, responsible: who, workingDays: String(workingDays) };
  };
  return {
    answers: {
      reallyVisited: findings?.reallyVisited ?? '',
      everyoneMet: findings?.everyoneMet ?? '',
      issuesAccurate: findings?.issuesAccurate ?? '',
      ledgerComplete: findings?.ledgerComplete ?? '',
    },
    note: findings?.note ?? '',
    keepPhotos: true,
    discrepancies: {
      'not-visited': of('not-visited'),
      'wrong-person': of('wrong-person'),
      'wrong-outcome': of('wrong-outcome'),
      'missing-issue': of('missing-issue'),
      'staged-photo': of('staged-photo'),
      'ledger-incomplete': of('ledger-incomplete'),
      other: of('other'),
    },
  };
};

export const chosenKinds = ({ discrepancies }: CheckDraft): DiscrepancyKind[] =>
  discrepancyKinds.filter((kind) => discrepancies[kind].chosen);

const responsibleOf = (who: string): CheckFormInput['discrepancies'][number]['responsible'] =>
  who === 'visitor' || who === 'nobody' ? { who } : { who: 'other', id: who };

/** In the shape the contract takes; what is missing is left for the schema to name. */
export const bodyOf = (draft: CheckDraft): unknown => {
  const { answers, note } = draft;
  const answered = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
  return {
    ...answered,
    ...(note.trim() === '' ? {} : { note }),
    discrepancies: chosenKinds(draft).map((kind) => {
      const { what, responsible, workingDays } = draft.discrepancies[kind];
      return {
        kind,
        what,
        responsible: responsibleOf(responsible),
        workingDays: workingDays.trim() === '' ? undefined : Number(workingDays),
      };
    }),
  };
};
