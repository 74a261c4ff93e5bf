import type { HouseholdCategory } from '../../../../functions/households/households.words.ts';
import type { HouseholdView } from './households.queries.ts';

/** A person as a form holds them. Of somebody registered only what is typed is sent: what is shown is masked. */
export interface MemberDraft {
  /** Number of a registered member; a new one has none. */
  no?: number | undefined;
  /** What the register shows of them. */
  masked: { name: string; idNumber?: string | undefined; phone?: string | undefined };
  name: string;
  relation: string;
  idNumber: string;
  phone: string;
  /** The registered number is to be taken out. */
  withoutIdNumber: boolean;
  withoutPhone: boolean;
  categories: readonly HouseholdCategory[];
}

export const emptyMember = (relation = ''): MemberDraft => ({
  masked: { name: '' },
  name: '',
  relation,
  idNumber: '',
  phone: '',
  withoutIdNumber: false,
  withoutPhone: false,
  categories: [],
});

export const membersOf = ({ members }: HouseholdView): MemberDraft[] =>
  members.map(({ no, relation, categories, ...masked }) => ({
    ...emptyMember(relation),
    no,
    categories,
    masked,
  }));

/** What is typed replaces, a tick takes out, nothing at all leaves as it is. */
const changed = (typed: string, without: boolean): string | null | undefined => {
  if (typed !== '') return typed;
  return without ? null : undefined;
};

export const newMemberBody = (draft: MemberDraft): object => ({
  name: draft.name,
  relation: draft.relation,
  idNumber: draft.idNumber || undefined,
  phone: draft.phone || undefined,
  categories: [...draft.categories],
});

export const changedMemberBody = (draft: MemberDraft): object =>
  draft.no === undefined
    ? newMemberBody(draft)
    : {
        no: draft.no,
        name: draft.name || undefined,
        relation: draft.relation,
        idNumber: changed(draft.idNumber, draft.withoutIdNumber),
        phone: changed(draft.phone, draft.withoutPhone),
        categories: [...draft.categories],
      };
