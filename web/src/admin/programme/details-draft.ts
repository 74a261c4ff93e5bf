import type { ActivityView } from './programme.queries.ts';

export interface DetailsDraft {
  category: string;
  level: string;
  title: string;
  summary: string;
  who: string;
  fromAge: string;
  toAge: string;
  organiserPath: string;
  organiserName: string;
  teacher: string;
  link: string;
  villages: readonly string[];
}

export const emptyDetails: DetailsDraft = {
  ...{ category: '', level: '', title: '', summary: '', who: 'everyone', fromAge: '', toAge: '' },
  ...{ organiserPath: '', organiserName: '', teacher: '', link: '', villages: [] },
};

export const draftOf = (view: ActivityView): DetailsDraft => ({
  category: view.category,
  level: view.level,
  title: view.title,
  summary: view.summary,
  who: view.audience.who,
  fromAge: view.audience.fromAge === undefined ? '' : String(view.audience.fromAge),
  toAge: view.audience.toAge === undefined ? '' : String(view.audience.toAge),
  organiserPath: view.organiser.path,
  organiserName: view.organiser.name,
  teacher: view.teacher ?? '',
  link: view.link ?? '',
  villages: view.villages,
});

export const numberIn = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

const optional = (name: string, value: string | number | undefined): object =>
  value === undefined || value === '' ? {} : { [name]: value };

/** What the contract takes; the checks of the rules and of the schema say what is wrong with it. */
export const detailsBody = (draft: DetailsDraft): object => ({
  category: draft.category || undefined,
  level: draft.level || undefined,
  title: draft.title,
  summary: draft.summary,
  audience: {
    who: draft.who,
    ...optional('fromAge', numberIn(draft.fromAge)),
    ...optional('toAge', numberIn(draft.toAge)),
  },
  organiser: { path: draft.organiserPath, name: draft.organiserName },
  ...optional('teacher', draft.teacher.trim()),
  ...optional('link', draft.link.trim()),
  villages: draft.villages,
});
