import { trailOf } from '../platform/contract/node-path.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { dueAtOf } from './criticism.rules.ts';
import {
  type Criticism,
  criticismSchema,
  type NoticeNumbers,
  noticeNumbersSchema,
} from './criticism.states.ts';
import {
  type CriticismRow,
  criticismRowSchema,
  type ExemplaryRow,
  exemplaryRowSchema,
} from './criticism.views.ts';
import { type CriticismState, type ExemplaryState, limits } from './criticism.words.ts';
import { siteKeptUntil } from './exemplary.retention.ts';
import { siteDueAt } from './exemplary.rules.ts';
import { type Exemplary, exemplarySchema } from './exemplary.states.ts';

export const criticismType: CaseType<Criticism> = {
  kind: 'CRITICISM',
  schema: criticismSchema,
  raisedAt: ({ drafted }) => drafted.at,
  dueAt: dueAtOf,
};

export const exemplaryType: CaseType<Exemplary> = {
  kind: 'EXEMPLARY',
  schema: exemplarySchema,
  raisedAt: ({ proposed }) => proposed.at,
  dueAt: siteDueAt,
  keptUntil: siteKeptUntil,
};

/** One for each year; a table serves one district, so its notices have one series. */
export const numbersType: CaseType<NoticeNumbers> = {
  kind: 'NOTICENUMBERS',
  schema: noticeNumbersSchema,
  raisedAt: ({ firstAt }) => firstAt,
  dueAt: () => undefined,
};

export const numbersKey = (year: number): ItemKey => caseKey(numbersType.kind, String(year), 'STATE');

export const criticismList = (node: string, state: CriticismState): string => `criticisms/${node}/${state}`;
export const exemplaryList = (node: string, state: ExemplaryState): string => `exemplary/${node}/${state}`;

const criticismRow = ({ id, version, state: criticism }: Stored<Criticism>): CriticismRow => {
  const { state, node, title, period, figures, drafted, replyClock, reply } = criticism;
  const published = 'published' in criticism ? criticism.published : undefined;
  return {
    ...{ criticism: id, version, state, node, title, period, cases: figures.cases.length },
    ...{ draftedAt: drafted.at, replyBy: replyClock.dueDate, replied: reply !== undefined },
    ...(published ? { year: published.year, number: published.number } : {}),
  };
};

export const criticismProjector: Projector<Criticism> = {
  type: criticismType,
  project: (stored) => {
    const { state, node, drafted } = stored.state;
    const row = criticismRow(stored);
    return {
      entries: trailOf(node).map((at) => ({ list: criticismList(at, state), sort: drafted.at, row })),
      counts: [],
    };
  },
};

export const exemplaryProjector: Projector<Exemplary> = {
  type: exemplaryType,
  project: ({ id, version, state: site }) => {
    const { state, node, title, place, proposed } = site;
    const row: ExemplaryRow = { site: id, version, state, node, title, place, proposedAt: proposed.at };
    return {
      entries: trailOf(node).map((at) => ({ list: exemplaryList(at, state), sort: proposed.at, row })),
      counts: [],
    };
  },
};

/** Access pattern 5: the latest first. */
export const criticismPage = (
  store: Store,
  list: string,
  cursor: ItemKey | undefined,
): Promise<Page<CriticismRow>> =>
  readListPage(store, criticismRowSchema, { list, order: 'newest first', cursor, size: limits.perPage });

/** Access pattern 5: the latest first. */
export const exemplaryPage = (
  store: Store,
  list: string,
  cursor: ItemKey | undefined,
): Promise<Page<ExemplaryRow>> =>
  readListPage(store, exemplaryRowSchema, { list, order: 'newest first', cursor, size: limits.perPage });
