import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { inspectionsContract } from '../../functions/inspections/inspections.contract.ts';
import { inspectionProjector } from '../../functions/inspections/inspections.projector.ts';
import { inspectionsRoutes } from '../../functions/inspections/inspections.routes.ts';
import type { InspectionDependencies } from '../../functions/inspections/inspections.usecases.ts';
import {
  type InspectionView,
  inspectionRowSchema,
  inspectionViewSchema,
  type RectificationRow,
  rectificationRowSchema,
} from '../../functions/inspections/inspections.views.ts';
import { rectificationProjector } from '../../functions/inspections/rectifications.projector.ts';
import { photosContract } from '../../functions/photos/photos.contract.ts';
import { photosRoutes } from '../../functions/photos/photos.routes.ts';
import { type Principal, roles } from '../../functions/platform/contract/roles.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { localDateOf } from '../../functions/platform/runtime/time.ts';
import { dayRows } from '../../functions/visits/visits-lists.store.ts';
import { type Answered, type Call, callRow } from './call.ts';
import { openPlatform, type Platform } from './core.ts';
import { buildDistrict, places } from './district.ts';
import { makeVisits } from './inspections.visits.ts';
import { fieldIn, outcome } from './issues.ts';
import { applyProjection } from './projections.ts';

export { outcome, places };

export type InspectionRoute = keyof typeof inspectionsContract.routes;

/** A check form that finds nothing wrong. */
export const nothingWrong = {
  reallyVisited: 'yes',
  everyoneMet: 'yes',
  issuesAccurate: 'yes',
  ledgerComplete: 'yes',
  discrepancies: [],
} as const;

/** A check form that finds a visit that never took place. */
export const neverVisited = {
  ...nothingWrong,
  reallyVisited: 'no',
  discrepancies: [{ kind: 'not-visited', what: '户主说没有人来过。', responsible: { who: 'visitor' } }],
} as const;

export interface InspectionBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly deps: InspectionDependencies;
  readonly photos: PhotoStore;
  /** The function that shows photos. */
  readonly photosApi: ApiFunction;
  /**
   * One per role in the town; `stranger` leads and inspects another town, `villager` leads the second village,
   * `other` is a second inspector of the town, `chief` inspects the whole district, `both` inspects and visits.
   */
  readonly people: Readonly<Record<string, Principal>>;
  readonly apiOn: (core: Core) => ApiFunction;
  readonly call: (route: InspectionRoute, as: string, call?: Call, core?: Core) => Promise<Answered>;
  /** Visits of a village made now by somebody; their ids. */
  readonly visited: (village: string, n: number, by?: string) => Promise<string[]>;
  /** What the stream would do for every inspection, rectification and visit there is. */
  readonly project: () => Promise<void>;
  /** Draws today's visits of the town, or of another area. */
  readonly drawn: (size: number, node?: string, as?: string) => Promise<InspectionView>;
  readonly started: (size: number, node?: string) => Promise<InspectionView>;
  readonly read: (inspection: string, as?: string) => Promise<InspectionView>;
  /** Records a check as it stands now. */
  readonly check: (inspection: string, n: number, form: object, as?: string) => Promise<Answered>;
  readonly finish: (inspection: string) => Promise<Answered>;
  readonly inspections: (list: string, node: string, as: string) => Promise<string[]>;
  readonly rectifications: (list: string, node?: string, as?: string) => Promise<RectificationRow[]>;
}

/** The answer's body by its schema. @throws Error with the problem when it was refused. */
export const bodyOf = <S>(schema: v.GenericSchema<unknown, S>, { status, body }: Answered): S => {
  if (status >= 400) throw new Error(`refused: ${JSON.stringify(body)}`);
  return v.parse(schema, body);
};

const rowsSchema = <S>(row: v.GenericSchema<unknown, S>) => v.object({ rows: v.array(row) });

/** A district with its people and calendar; time stands at a Monday afternoon. */
export const openInspections = async (now = '2026-11-23T15:00:00+08:00'): Promise<InspectionBed> => {
  const platform = await openPlatform(now);
  const { core, clock } = platform;
  const { accounts, staff } = await buildDistrict(core);
  const people: Record<string, Principal> = Object.fromEntries(
    roles.map((role) => [role, accounts[role].principal]),
  );
  const more = async (loginName: string, held: Principal['roles'], scope: string): Promise<void> => {
    people[loginName] = (
      await staff({ loginName, name: `${loginName} 二`, roles: [...held], scope })
    ).principal;
  };
  await more('stranger', ['lead', 'inspector', 'supervisor', 'admin', 'auditor'], places.otherTown);
  await more('villager', ['lead'], places.secondVillage);
  await more('other', ['inspector'], places.town);
  await more('chief', ['inspector'], places.district);
  await more('both', ['inspector', 'visitor'], places.town);
  const folder = mkdtempSync(join(tmpdir(), 'huimin-photos-'));
  const photos = openPhotoStore(`folder:${folder}`);
  const depsOn = (other: Core): InspectionDependencies => ({
    ...other,
    calendars: createCalendars(other),
    nodes: createOrganisationNodes(other),
    visitsOfDay: (village, day) => dayRows(other.store, village, day),
    newSeed: randomUUID,
  });
  const deps = depsOn(core);
  await loadPublishedYears(createCalendars(core), clock.now());
  // Sessions end with the day; these tests go over weeks, so who calls is named by the cookie itself.
  const authenticate = async ([name = '']: readonly string[]) => people[name];
  const apiOn = (other: Core): ApiFunction =>
    apiFunction(inspectionsContract, inspectionsRoutes(depsOn(other), createCursors(other.keyring)), {
      ...other,
      authenticate,
    });
  const api = apiOn(core);
  const call: InspectionBed['call'] = (route, as, what = {}, on) =>
    callRow(on ? apiOn(on) : api, inspectionsContract.routes[route], { ...what, cookie: as });

  const visited: InspectionBed['visited'] = async (village, n, by = 'visitor') => {
    const who = people[by];
    if (!who) throw new Error(`nobody is called ${by}`);
    return makeVisits(core, village, n, who);
  };

  const project: InspectionBed['project'] = async () => {
    for (const item of await platform.everything()) {
      if (item['SK'] !== 'STATE') continue;
      if (item['kind'] === 'INSPECTION')
        await applyProjection(core.store, inspectionProjector, item, 'stream');
      if (item['kind'] === 'RECTIFICATION')
        await applyProjection(core.store, rectificationProjector, item, 'stream');
    }
  };

  const today = (): string => localDateOf(clock.now());
  const drawn: InspectionBed['drawn'] = async (size, node = places.town, as = 'inspector') => {
    const day = today();
    const answer = await call('draw', as, { body: { node, from: day, to: day, size } });
    await project();
    return bodyOf(inspectionViewSchema, answer);
  };
  const read: InspectionBed['read'] = async (inspection, as = 'inspector') =>
    bodyOf(inspectionViewSchema, await call('read', as, { params: { inspection } }));
  const check: InspectionBed['check'] = async (inspection, n, form, as = 'inspector') => {
    const ifMatch = (await read(inspection, 'chief')).items.find((item) => item.n === n)?.version ?? 0;
    return call('check', as, { params: { inspection, n: String(n) }, body: form, ifMatch });
  };
  return {
    platform,
    deps,
    photos,
    photosApi: apiFunction(photosContract, photosRoutes({ ...core, photos }), { ...core, authenticate }),
    people,
    apiOn,
    call,
    visited,
    project,
    drawn,
    read,
    check,
    started: async (size, node) => {
      const { inspection, version } = await drawn(size, node);
      const answer = await call('start', 'chief', { params: { inspection }, body: {}, ifMatch: version });
      await project();
      return bodyOf(inspectionViewSchema, answer);
    },
    finish: async (inspection) => {
      const ifMatch = (await read(inspection, 'chief')).version;
      const answer = await call('finish', 'inspector', { params: { inspection }, body: {}, ifMatch });
      await project();
      return answer;
    },
    inspections: async (list, node, as) =>
      bodyOf(rowsSchema(inspectionRowSchema), await call('list', as, { query: { node, list } })).rows.map(
        ({ inspection }) => inspection,
      ),
    rectifications: async (list, node = places.town, as = 'inspector') => {
      await project();
      const answer = await call('rectifications', as, { query: { node, list } });
      return bodyOf(rowsSchema(rectificationRowSchema), answer).rows;
    },
    [Symbol.asyncDispose]: async () => {
      await platform[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** What an answer says of each field, as `path code`. */
export const errorsOf = (body: unknown): string[] =>
  v
    .parse(v.array(v.object({ path: v.string(), code: v.string() })), fieldIn(body, 'errors') ?? [])
    .map(({ path, code }) => `${path} ${code}`);
