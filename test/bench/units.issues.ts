import * as v from 'valibot';
import type { calendarContract } from '../../functions/calendar/calendar.contract.ts';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';
import type { IssueAction } from '../../functions/issues/issues.actions.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import { categories, consentVersion } from '../../functions/issues/issues.words.ts';
import { issuesPublicContract } from '../../functions/issues/issues-public.contract.ts';
import { photosContract } from '../../functions/photos/photos.contract.ts';
import type { photosPublicContract } from '../../functions/photos/photos-public.contract.ts';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import { type Call, callRow } from '../support/call.ts';
import { type Account, type District, places } from '../support/district.ts';
import { type Functions, sending } from '../support/functions.ts';
import { bodies, report, textIn } from '../support/issues.ts';
import { proofFor } from '../support/proof.ts';
import { newVenue } from '../support/venues.ts';
import type { Play, Plays } from './units.plays.ts';

type Versioned = Exclude<IssueAction, 'contact'>;

const raisedSchema = v.object({ reference: v.string(), code: v.string() });
const photoSchema = v.object({ photoId: v.string() });

/** What is done to a new issue before each action. */
const before: Readonly<Record<Versioned, readonly Versioned[]>> = {
  transfer: [],
  link: [],
  comment: [],
  claim: ['transfer'],
  return: ['transfer'],
  arbitration: ['transfer', 'return', 'transfer', 'return'],
  extension: ['transfer', 'claim'],
  'extension-decision': ['transfer', 'claim', 'extension'],
  resolution: ['transfer', 'claim'],
  attempt: ['transfer', 'claim', 'resolution'],
  answer: ['transfer', 'claim', 'resolution'],
  'follow-up': ['transfer', 'claim', 'resolution', 'answer'],
  reopening: ['transfer', 'claim', 'resolution', 'answer', 'follow-up'],
};

const doer = (action: Versioned): 'lead' | 'handler' | 'supervisor' | 'visitor' => {
  if (action === 'arbitration' || action === 'extension-decision' || action === 'reopening')
    return 'supervisor';
  if (action === 'follow-up') return 'visitor';
  return action === 'transfer' || action === 'link' || action === 'comment' ? 'lead' : 'handler';
};

export interface IssuePlays {
  readonly staff: Plays<typeof issuesContract>;
  readonly residents: Plays<typeof issuesPublicContract>;
  readonly photos: Pick<Plays<typeof photosContract>, 'upload' | 'ofIssue'>;
  readonly residentsPhotos: Pick<Plays<typeof photosPublicContract>, 'upload'>;
}

/** @param functions on a core that isn't measured: what makes ready costs nothing. */
export const issuePlays = (
  { accounts, parts, administrator }: District,
  functions: Functions,
  picture: () => Uint8Array,
): IssuePlays => {
  const routes = issuesContract.routes;
  const { cookie } = accounts.lead;

  const raised = async (change: object = {}): Promise<v.InferOutput<typeof raisedSchema>> => {
    const answer = await callRow(functions.issues, routes.register, {
      cookie,
      body: { ...report, ...change },
    });
    return v.parse(raisedSchema, answer.body);
  };
  const callFor = async (action: Versioned, reference: string): Promise<Call> => {
    const account: Account = accounts[doer(action)];
    const stored = await parts.ledger.read(issueType, reference);
    const body = action === 'link' ? { to: (await raised()).reference } : bodies[action];
    return { cookie: account.cookie, params: { reference }, body, ifMatch: stored?.version ?? 0 };
  };
  const action =
    (name: Versioned): Play =>
    async () => {
      const { reference } = await raised();
      for (const earlier of before[name])
        await callRow(functions.issues, routes[earlier], await callFor(earlier, reference));
      return callFor(name, reference);
    };
  const ofOne = async (): Promise<Call> => ({ cookie, params: { reference: (await raised()).reference } });

  const owner = {
    department: places.bureau,
    leads: [{ town: places.town, staffId: accounts.handler.principal.staffId }],
  };
  const free = [...categories];
  /** A category nobody owns yet. */
  const unowned = (): string => {
    const category = free.pop();
    if (!category) throw new Error('every category has an owner');
    return category;
  };

  const proof = async (): Promise<string> => {
    const answer = await callRow(functions['issues-public'], issuesPublicContract.routes.challenge);
    return proofFor(answer.body);
  };

  return {
    staff: {
      register: async () => ({ cookie, body: report }),
      list: async () => ({ cookie, query: { node: places.town, list: 'all' } }),
      ofVenue: async () => {
        const made = await callRow(functions.venues, venuesContract.routes.create, {
          cookie: accounts.culture.cookie,
          body: newVenue(),
        });
        const venue = textIn(made.body, 'venue') ?? '';
        await raised({ venue });
        return { cookie, params: { venue } };
      },
      owners: async () => ({ cookie }),
      leadCandidates: async () => ({
        cookie: administrator.cookie,
        query: { department: places.bureau, town: places.town },
      }),
      createOwner: async () => ({
        cookie: administrator.cookie,
        body: { category: unowned(), ...owner },
      }),
      changeOwner: async () => {
        const { cookie: admin } = administrator;
        const category = unowned();
        await callRow(functions.issues, routes.createOwner, { cookie: admin, body: { category, ...owner } });
        return { cookie: admin, params: { category }, body: { ...owner, leads: [] }, ifMatch: 1 };
      },
      read: ofOne,
      history: ofOne,
      figures: async () => ({ cookie, query: { node: places.town, from: '2026-01', to: '2026-12' } }),
      counted: async () => ({
        ...{ cookie, params: { figure: 'overdue' } },
        query: { node: places.town, from: '2026-01', to: '2026-12' },
      }),
      transfer: action('transfer'),
      claim: action('claim'),
      return: action('return'),
      arbitration: action('arbitration'),
      extension: action('extension'),
      'extension-decision': action('extension-decision'),
      resolution: action('resolution'),
      attempt: action('attempt'),
      answer: action('answer'),
      'follow-up': action('follow-up'),
      reopening: action('reopening'),
      link: action('link'),
      comment: action('comment'),
      contact: async () => ({ ...(await ofOne()), body: bodies.contact }),
    },
    residents: {
      challenge: async () => ({}),
      raise: async () => {
        const { source: _, ...said } = report;
        return { body: { ...said, consent: consentVersion, proof: await proof() } };
      },
      lookUp: async () => ({ body: await raised() }),
    },
    photos: {
      upload: async () => ({ cookie }),
      ofIssue: async () => {
        const send = sending(functions.photos, picture);
        const { photoId } = v.parse(
          photoSchema,
          (await callRow(send, photosContract.routes.upload, { cookie })).body,
        );
        const { reference } = await raised({ photos: [photoId] });
        return { cookie, params: { reference, photoId } };
      },
    },
    residentsPhotos: {
      upload: async () => ({}),
    },
  };
};

/** @param account administers the whole district: the calendar holds for all of it. */
export const calendarPlays = ({ cookie }: Account): Plays<typeof calendarContract> => {
  let loaded = 0;
  return {
    read: async () => ({ cookie, params: { year: '2004' } }),
    load: async () => {
      const draft = stateCouncilYears[loaded];
      if (!draft) throw new Error('there is no further year to load');
      loaded += 1;
      const { year, version, source, holidays, makeUpDays } = draft;
      return {
        cookie,
        params: { year: String(year) },
        body: { version, source, holidays, makeUpDays, replaces: null },
      };
    },
  };
};
