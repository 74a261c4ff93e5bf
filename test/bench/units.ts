import { accessContract } from '../../functions/access/access.contract.ts';
import { accessPublicContract } from '../../functions/access/access-public.contract.ts';
import { authenticate } from '../../functions/access/sessions.usecases.ts';
import { bookingsContract } from '../../functions/bookings/bookings.contract.ts';
import { bookingsPublicContract } from '../../functions/bookings/bookings-public.contract.ts';
import { calendarContract } from '../../functions/calendar/calendar.contract.ts';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import { checksContract } from '../../functions/checks/checks.contract.ts';
import { criticismContract } from '../../functions/criticism/criticism.contract.ts';
import { desksContract } from '../../functions/desks/desks.contract.ts';
import { findingsContract } from '../../functions/findings/findings.contract.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { inspectionsContract } from '../../functions/inspections/inspections.contract.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { issuesPublicContract } from '../../functions/issues/issues-public.contract.ts';
import { messagesContract } from '../../functions/messages/messages.contract.ts';
import { photosContract } from '../../functions/photos/photos.contract.ts';
import { photosPublicContract } from '../../functions/photos/photos-public.contract.ts';
import type { Contract, RouteRow } from '../../functions/platform/contract/route.ts';
import type { ApiFunction } from '../../functions/platform/http/api-function.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import { openShownPhotos } from '../../functions/platform/photos/shown-photos.open.ts';
import { culturePublicContract } from '../../functions/programme/culture-public.contract.ts';
import { programmeContract } from '../../functions/programme/programme.contract.ts';
import { programmeFiguresContract } from '../../functions/programme/programme-figures.contract.ts';
import { renovationContract } from '../../functions/renovation/renovation.contract.ts';
import { renovationPublicContract } from '../../functions/renovation/renovation-public.contract.ts';
import { retentionContract } from '../../functions/retention/retention.contract.ts';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { supervisionContract } from '../../functions/supervision/supervision.contract.ts';
import { targetsContract } from '../../functions/targets/targets.contract.ts';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import { offerShelf } from '../support/bookings.ts';
import { type Call, callRow, newKey } from '../support/call.ts';
import { type Metered, meter } from '../support/core.meter.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { buildDistrict } from '../support/district.ts';
import { type Functions, functionsOn, sending, unseen } from '../support/functions.ts';
import { jpeg } from '../support/pictures.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { openStore } from './stored.ts';
import { temporaryFolder } from './temporary.ts';
import { accessPlays, accessPublicPlays } from './units.access.ts';
import { bookingPlays } from './units.bookings.ts';
import { budgetOf } from './units.budgets.ts';
import { campaignPlays } from './units.campaigns.ts';
import { checksPlays } from './units.checks.ts';
import { criticismPlays } from './units.criticism.ts';
import { culturePlays } from './units.culture.ts';
import { deskPlays } from './units.desks.ts';
import { findingPlays } from './units.findings.ts';
import { householdPlays } from './units.households.ts';
import { inspectionPlays } from './units.inspections.ts';
import { calendarPlays, issuePlays } from './units.issues.ts';
import { messagePlays } from './units.messages.ts';
import { shownPhotoPlays, supervisedPhotoPlays } from './units.photos.ts';
import type { Play, Plays } from './units.plays.ts';
import { activityPhotoPlays, programmePlays } from './units.programme.ts';
import { renovationPlays } from './units.renovation.ts';
import { retentionPlays } from './units.retention.ts';
import { scheduleRows } from './units.schedules.ts';
import { servicePlays } from './units.services.ts';
import { supervisionPlays } from './units.supervision.ts';
import { sweepRows } from './units.sweep.ts';
import { targetPlays } from './units.targets.ts';
import { venuePlays } from './units.venues.ts';
import { visitPlays } from './units.visits.ts';

interface Cost {
  readonly calls: number;
  readonly units: number;
}

const costOf = (calls: readonly Metered[], pattern: RegExp): Cost => {
  const those = calls.filter(({ command }) => pattern.test(command));
  return { calls: those.length, units: those.reduce((sum, { units }) => sum + units, 0) };
};

const kinds = [
  { word: 'read', pattern: /^(Get|BatchGet)/ },
  { word: 'query', pattern: /^Query/ },
  { word: 'write', pattern: /^(Put|Update|Delete)/ },
  { word: 'transaction', pattern: /^Transact/ },
] as const;

/** Such as `1 read 0.5 + 1 transaction 14`. */
const inWords = (calls: readonly Metered[]): string =>
  kinds
    .map(({ word, pattern }) => ({ word, ...costOf(calls, pattern) }))
    .filter(({ calls: made }) => made > 0)
    .map(({ word, calls: made, units }) => `${made} ${word} ${rounded(units)}`)
    .join(' + ') || 'nothing';

type Run = ReturnType<typeof meter>;

const measureRoute = async (run: Run, api: ApiFunction, row: RouteRow, play: Play): Promise<Row> => {
  const called = async (call: Call): Promise<void> => {
    const { status, body } = await callRow(api, row, call);
    if (status !== row.status) throw new Error(`${row.method} ${row.path}: ${JSON.stringify(body)}`);
  };
  // Names, places and the calendar are kept for a minute: what a route costs is what it costs after that.
  await called(await play());
  const call = { ...(await play()), key: newKey() };
  const calls = await run(() => called(call));
  const again = row.method === 'POST' ? await repeated(run, api, row, call) : '';
  return {
    what: `${row.method} ${row.path}`,
    figure: calls.reduce((sum, { units }) => sum + units, 0),
    unit: 'units',
    ...budgetOf(row, calls),
    beside: `${inWords(calls)}${again}`,
  };
};

/** What the same request costs when it arrives again; an answer that isn't the first one's is named. */
const repeated = async (run: Run, api: ApiFunction, row: RouteRow, call: Call): Promise<string> => {
  let other = '';
  const calls = await run(async () => {
    const { status } = await callRow(api, row, call);
    if (status !== row.status) other = ` (${status})`;
  });
  return `; again${other}: ${inWords(calls)}`;
};

/** Contract, function and plays that belong together. */
const measureContract = async <C extends Contract>(
  run: Run,
  contract: C,
  api: ApiFunction,
  plays: Plays<C>,
): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const [name, row] of Object.entries(contract.routes)) {
    const play: Play | undefined = plays[name];
    if (play) rows.push(await measureRoute(run, api, row, play));
  }
  return rows;
};

const picture = (): Uint8Array => jpeg(40, 30);

const routeRows = async (platform: Platform): Promise<Row[]> => {
  const { core, through, newClient } = platform;
  const client = newClient();
  const metered = through(client);
  const run = meter(client);
  const district = await buildDistrict(core);
  const folder = `folder:${temporaryFolder()}`;
  const photos = openPhotoStore(folder);
  const shown = openShownPhotos(folder);
  const shelf = offerShelf();
  const measured = functionsOn(metered, core, photos, shelf.offers, shown);
  const free = functionsOn(core, core, photos, shelf.offers);
  const issues = issuePlays(district, free, picture);
  const inspections = inspectionPlays(district, free, photos);
  const visits = visitPlays(district, free, photos);
  const venues = venuePlays(district, free, photos);
  const programme = programmePlays(district, free, platform.clock.advance);
  const culture = culturePlays(district, free);
  const bookings = bookingPlays(district, free, shelf, platform.clock.advance);
  const renovation = await renovationPlays(district, free, photos, platform.clock.advance);
  const { cookie } = district.administrator;
  const session = await run(() => authenticate(metered)([cookie], core.clock.now()));
  const cold = functionsOn(through(client), core, photos);
  const first = await run(async () => {
    const call = await issues.staff.register();
    await callRow(cold.issues, issuesContract.routes.register, call);
  });
  const asked = (contract: Contract, api: ApiFunction, plays: Plays<Contract>) =>
    measureContract(run, contract, api, plays);
  return [
    {
      what: 'the check of a session, with every request of staff',
      ...atMost(
        session.reduce((sum, { units }) => sum + units, 0),
        1,
      ),
      unit: 'units',
      beside: inWords(session),
    },
    {
      what: 'the first issue a cold function registers',
      figure: first.reduce((sum, { units }) => sum + units, 0),
      unit: 'units',
      beside: inWords(first),
    },
    // Loading a calendar comes first: deadlines need it.
    ...(await asked(calendarContract, measured.calendar, calendarPlays(district.administrator))),
    ...(await asked(accessContract, measured.access, accessPlays(district))),
    ...(await asked(accessPublicContract, measured['access-public'], accessPublicPlays(district))),
    ...(await asked(householdsContract, measured.households, householdPlays(district, free))),
    ...(await asked(campaignsContract, measured.campaigns, campaignPlays(district, free))),
    ...(await asked(issuesContract, measured.issues, issues.staff)),
    ...(await asked(issuesPublicContract, measured['issues-public'], issues.residents)),
    ...(await asked(visitsContract, measured.visits, visits.staff)),
    ...(await asked(inspectionsContract, measured.inspections, inspections.staff)),
    ...(await asked(venuesContract, measured.venues, venues.staff)),
    ...(await asked(programmeContract, measured.programme, programme)),
    ...(await asked(culturePublicContract, unseen(measured['culture-public']), culture.residents)),
    ...(await asked(programmeFiguresContract, measured['programme-figures'], culture.figures)),
    ...(await asked(targetsContract, measured.targets, targetPlays(district, free))),
    ...(await asked(bookingsContract, measured.bookings, bookings.staff)),
    ...(await asked(bookingsPublicContract, measured['bookings-public'], bookings.residents)),
    ...(await asked(renovationContract, measured.renovation, renovation.staff)),
    ...(await asked(renovationPublicContract, measured['renovation-public'], renovation.residents)),
    ...(await asked(servicesContract, measured.services, servicePlays(district, free))),
    ...(await asked(desksContract, measured.desks, deskPlays(district))),
    ...(await asked(findingsContract, measured.findings, findingPlays(district))),
    ...(await asked(criticismContract, measured.criticism, await criticismPlays(district, free))),
    ...(await asked(supervisionContract, measured.supervision, await supervisionPlays(district, free))),
    ...(await asked(messagesContract, measured.messages, messagePlays(district))),
    ...(await asked(checksContract, measured['checks-runs'], checksPlays(district))),
    ...(await asked(retentionContract, measured.retention, retentionPlays(district))),
    ...(await measurePhotos(
      run,
      measured,
      {
        ...{ ...issues.photos, ...visits.photos, ...inspections.photos, ...venues.photos },
        ...{ ...renovation.photos, ...activityPhotoPlays(district, free, photos) },
        ...supervisedPhotoPlays(district, free, photos),
      },
      issues,
      shownPhotoPlays(photos, shown),
    )),
    ...(await scheduleRows(run, metered)),
  ];
};

const measurePhotos = async (
  run: Run,
  { photos, 'photos-public': photosPublic }: Functions,
  plays: Plays<typeof photosContract>,
  { residentsPhotos }: ReturnType<typeof issuePlays>,
  shown: ReturnType<typeof shownPhotoPlays>,
): Promise<Row[]> => {
  const { upload, ofIssue, ofVisit, ofCheck, ofRectification, ofVenue, ofUpgrade, ofRenovation, ofActivity } =
    photosContract.routes;
  return [
    await measureRoute(run, sending(photos, picture), upload, plays.upload),
    await measureRoute(run, unseen(photos), ofIssue, plays.ofIssue),
    await measureRoute(run, unseen(photos), ofVisit, plays.ofVisit),
    await measureRoute(run, unseen(photos), ofCheck, plays.ofCheck),
    await measureRoute(run, unseen(photos), ofRectification, plays.ofRectification),
    await measureRoute(run, unseen(photos), ofVenue, plays.ofVenue),
    await measureRoute(run, unseen(photos), ofUpgrade, plays.ofUpgrade),
    await measureRoute(run, unseen(photos), ofRenovation, plays.ofRenovation),
    await measureRoute(run, unseen(photos), ofActivity, plays.ofActivity),
    await measureRoute(
      run,
      sending(photosPublic, picture),
      photosPublicContract.routes.upload,
      residentsPhotos.upload,
    ),
    await measureRoute(run, unseen(photosPublic), photosPublicContract.routes.ofVenue, shown.ofVenue),
    await measureRoute(run, unseen(photosPublic), photosPublicContract.routes.ofActivity, shown.ofActivity),
  ];
};

export default async ({ small }: Options): Promise<Report> => {
  await using store = await openStore({ unused: [] });
  process.env['DYNAMODB_ENDPOINT'] = store.endpoint;
  await using platform = await openPlatform();
  const routes = await routeRows(platform);
  return {
    method:
      'request units the engine says it consumed, indexes included, through the whole function on a warm process, session apart',
    rows: [...routes, ...(await sweepRows(small))],
  };
};
