import type { ResponseOf } from '../../../functions/platform/contract/route.ts';
import { visitsContract } from '../../../functions/visits/visits.contract.ts';
import type { VisitEntryInput } from '../../../functions/visits/visits.fields.ts';
import type { VisitOutcome } from '../../../functions/visits/visits.words.ts';

const { round, record, done, read } = visitsContract.routes;

/** What the field app asks the service for. */
export const routes = { round, record, done, read };

export type Round = ResponseOf<typeof round>;
/** One household of a round. */
export type Stop = Round['rows'][number];
export type DoneVisit = ResponseOf<typeof done>['rows'][number];
export type VisitEntry = VisitEntryInput;
export type Outcome = VisitOutcome;
export type VisitResult = ResponseOf<typeof record>['results'][number];
export type Conflict = NonNullable<VisitResult['conflict']>;
export type RaisedIssue = NonNullable<VisitResult['issues']>[number];
