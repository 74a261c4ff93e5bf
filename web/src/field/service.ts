import type { accessContract } from '../../../functions/access/access.contract.ts';
import type { accessPublicContract } from '../../../functions/access/access-public.contract.ts';
import type { photosContract } from '../../../functions/photos/photos.contract.ts';
import type { ResponseOf } from '../../../functions/platform/contract/route.ts';
import type { renovationContract } from '../../../functions/renovation/renovation.contract.ts';
import type { visitsContract } from '../../../functions/visits/visits.contract.ts';
import type { VisitEntryInput } from '../../../functions/visits/visits.fields.ts';
import type { VisitOutcome } from '../../../functions/visits/visits.words.ts';
import type { LightRow } from '../api/client.ts';

type Visits = typeof visitsContract.routes;
type Access = typeof accessContract.routes;
type AccessPublic = typeof accessPublicContract.routes;
type Photos = typeof photosContract.routes;
type Renovations = typeof renovationContract.routes;

interface Routes {
  readonly round: LightRow<Visits['round']>;
  readonly record: LightRow<Visits['record']>;
  readonly done: LightRow<Visits['done']>;
  readonly read: LightRow<Visits['read']>;
  readonly upload: LightRow<Photos['upload']>;
  readonly whoAmI: LightRow<Access['whoAmI']>;
  readonly signIn: LightRow<AccessPublic['signIn']>;
  readonly signOut: LightRow<AccessPublic['signOut']>;
  readonly toAssess: LightRow<Renovations['toAssess']>;
  readonly renovations: LightRow<Renovations['list']>;
  readonly disclosure: LightRow<Renovations['disclosure']>;
  readonly assessment: LightRow<Renovations['assessment']>;
  readonly readRenovation: LightRow<Renovations['read']>;
}

/** What the field app asks the service for; without the schemas, which are most of a contract's weight. */
export const routes: Routes = {
  round: { method: 'GET', path: '/api/rounds' },
  record: { method: 'POST', path: '/api/visits' },
  done: { method: 'GET', path: '/api/rounds/done' },
  read: { method: 'GET', path: '/api/visits/{visit}' },
  upload: { method: 'POST', path: '/api/photos', bodyKind: 'bytes' },
  whoAmI: { method: 'GET', path: '/api/session' },
  signIn: { method: 'POST', path: '/api/session' },
  signOut: { method: 'POST', path: '/api/session/end' },
  toAssess: { method: 'GET', path: '/api/renovation-jobs/assessments' },
  renovations: { method: 'GET', path: '/api/renovations' },
  disclosure: { method: 'POST', path: '/api/renovations/{reference}/disclosure' },
  assessment: { method: 'POST', path: '/api/renovations/{reference}/assessment' },
  readRenovation: { method: 'GET', path: '/api/renovations/{reference}' },
};

export type Round = ResponseOf<Visits['round']>;
/** One household of a round. */
export type Stop = Round['rows'][number];
export type DoneVisit = ResponseOf<Visits['done']>['rows'][number];
export type HomesToAssess = ResponseOf<Renovations['toAssess']>;
export type HomesToVisitAgain = ResponseOf<Renovations['list']>;
export type Disclosed = ResponseOf<Renovations['disclosure']>;
export type RenovationCase = ResponseOf<Renovations['read']>;
export type AssessmentRefusal = Renovations['assessment']['problems'][number];
export type VisitEntry = VisitEntryInput;
export type Outcome = VisitOutcome;
export type RefusalCode = Visits['record']['problems'][number];
export type VisitResult = ResponseOf<Visits['record']>['results'][number];
export type Conflict = NonNullable<VisitResult['conflict']>;
export type RaisedIssue = NonNullable<VisitResult['issues']>[number];
