import { draftCriticism, publishCriticism, replyToCriticism } from '../../criticism/criticism.usecases.ts';
import { approveSite, proposeSite } from '../../criticism/exemplary.usecases.ts';
import { allOfCheck } from '../../findings/findings.store.ts';
import type { IssueDependencies } from '../../issues/issues.usecases.ts';
import { Problem } from '../../platform/contract/problems.ts';
import { isWithin, type Principal } from '../../platform/contract/roles.ts';
import type { Stored } from '../../platform/ledger/steps.ts';
import type { PhotoId } from '../../platform/photos/photo.contract.ts';
import type { PhotoStore } from '../../platform/photos/photo-store.ts';
import { addMinutes, type Instant, localDateOf } from '../../platform/runtime/time.ts';
import type { Said } from '../../supervision/supervision.rules.ts';
import type { SupervisionItem, SupervisionList } from '../../supervision/supervision.states.ts';
import { enterItem, readSupervision, takeItem } from '../../supervision/supervision.usecases.ts';
import {
  type SupervisionWatchDependencies,
  superviseDay,
} from '../../supervision/supervision-watch.usecases.ts';
import { demoAccounts } from './accounts.ts';
import { demoCommand, type Loading, principalOf } from './campaign-loading.ts';
import { yongan } from './district.ts';
import { drawPhoto } from './pictures.ts';
import { morning } from './services-loading.ts';
import { aimAt, promiseTargets } from './targets.ts';

type ComplianceLoading = Loading<
  IssueDependencies & SupervisionWatchDependencies & { readonly photos: PhotoStore }
>;

const accountOf = async ({ deps }: ComplianceLoading, loginName: string): Promise<Principal> => {
  const account = demoAccounts.find((each) => each.loginName === loginName);
  if (!account) throw new Error(`the demo has no account ${loginName}`);
  return principalOf(deps, account);
};

/** Days back on whose mornings a list was drawn, the earliest first. */
const listDays = [6, 5, 4, 3] as const;

const said = (item: SupervisionItem, n: number, photo: PhotoId): Said => {
  // What is still being handled is said in its own record; what is closed stays so.
  if (item.reasons.some((reason) => reason === 'overdue' || reason === 'unowned'))
    return { way: 'paper', verdict: 'not-resolved', text: '台账上没有办理记录，已电话催办。', photos: [] };
  return n % 2 === 0
    ? { way: 'site', verdict: 'resolved', text: '到现场看过，已经整改到位。', photos: [photo] }
    : { way: 'call', verdict: 'resolved', text: '打电话问过群众，说已经办好。', photos: [] };
};

const lookThrough = async (
  { deps, signal }: ComplianceLoading,
  by: Principal,
  { state: list }: Stored<SupervisionList>,
  photo: PhotoId,
): Promise<void> => {
  for (const [n, item] of list.items.entries()) {
    signal.throwIfAborted();
    if (item.entry) continue;
    const request = {
      ...demoCommand(by, `take-${list.date}-${item.issue}`, addMinutes(list.drawnAt, 60 + 10 * n)),
      params: { date: list.date, issue: item.issue },
    };
    await takeItem(deps, request, {});
    const entering = demoCommand(by, `enter-${list.date}-${item.issue}`, addMinutes(request.now, 45));
    await enterItem(deps, { ...request, ...entering }, said(item, n, photo));
  }
};

/** Mornings of the week before with their lists, looked through. */
const supervise = async (loading: ComplianceLoading, by: Principal): Promise<void> => {
  const { deps, now, onProgress } = loading;
  onProgress('supervision lists of the mornings before');
  const photo = await drawPhoto(deps.photos, 'building');
  for (const daysAgo of listDays) {
    const at = addMinutes(morning(now, daysAgo), -90);
    await superviseDay(deps, at);
    const date = localDateOf(at);
    const list = await readSupervision(deps, date).catch((thrown: unknown) => {
      // A day off has none.
      if (thrown instanceof Problem && thrown.code === 'supervision.not_found') return undefined;
      throw thrown;
    });
    if (list) await lookThrough(loading, by, list, photo);
  }
};

/** Villages of the town whose venues were shut so long that it may be criticised, the longest first. */
const criticisable = async ({ deps }: ComplianceLoading, before: Instant): Promise<string[]> => {
  const found = await allOfCheck(deps.store, 'venue-hours');
  const late = found
    .filter(({ state, level, since }) => state === 'open' && level === 'criticism' && since < before)
    .filter(({ node }) => isWithin(node, yongan) && node !== yongan)
    .sort((a, b) => (a.since < b.since ? -1 : 1));
  return [...new Set(late.map(({ node }) => node))];
};

/** A notice that was answered and published, and one whose village still has time to reply. */
const criticise = async (
  loading: ComplianceLoading,
  drafter: Principal,
  publisher: Principal,
): Promise<void> => {
  const { deps, now, onProgress } = loading;
  onProgress('notices of criticism');
  // Today, all of it: what stands in the figures is as it is now.
  const drafted = addMinutes(now, -180);
  const [first, second] = await criticisable(loading, drafted);
  const asked = (node: string, at: Instant) => ({
    node,
    period: { from: localDateOf(at).slice(0, 7), to: localDateOf(at).slice(0, 7) },
    title: '关于文化活动场所未按时开放的通报',
    text: '经查，该村文化活动场所连续多周没有按公示的时间开放，群众去了用不上。请立即按公示时间开放，并明确专人负责。',
  });
  if (first !== undefined) {
    const { id } = await draftCriticism(
      deps,
      demoCommand(drafter, 'notice-1', drafted),
      asked(first, drafted),
    );
    const lead = await accountOf(loading, 'lead');
    await replyToCriticism(
      deps,
      { ...demoCommand(lead, 'notice-1-reply', addMinutes(now, -90)), ifMatch: 1, params: { criticism: id } },
      { text: '情况属实。已换专人管理钥匙，从本周起按公示时间开放。' },
    );
    await publishCriticism(deps, {
      ...{ ...demoCommand(publisher, 'notice-1-publish', addMinutes(now, -30)), ifMatch: 2 },
      params: { criticism: id },
    });
  }
  if (second !== undefined) {
    const at = addMinutes(now, -60);
    await draftCriticism(deps, demoCommand(drafter, 'notice-2', at), asked(second, at));
  }
};

/** A village where others come to see how it is done. */
const praise = async (loading: ComplianceLoading, publisher: Principal): Promise<void> => {
  const { deps, now, onProgress } = loading;
  onProgress('exemplary sites');
  const lead = await accountOf(loading, 'lead');
  const at = morning(now, 12);
  const month = localDateOf(addMinutes(at, -31 * 24 * 60)).slice(0, 7);
  const { id } = await proposeSite(deps, demoCommand(lead, 'site-1', at), {
    ...{ node: yongan, period: { from: month, to: localDateOf(at).slice(0, 7) } },
    ...{ title: '永安镇综合文化服务中心', place: '永安镇文化广场北侧' },
    text: '开放时间公示在门口，错峰延时到晚上八点；群众反映的问题当天登记、三个工作日内答复，台账齐全，可以随时查看。',
    photos: [await drawPhoto(deps.photos, 'square'), await drawPhoto(deps.photos, 'shelves')],
  });
  await approveSite(deps, {
    ...{ ...demoCommand(publisher, 'site-1-approval', morning(now, 10)), ifMatch: 1 },
    params: { site: id },
  });
};

/**
 * What supervision of the weeks before left behind: lists with what was found, notices, an exemplary site, what the
 * district promised for the year. Through the use cases; interrupted, it goes on where it was.
 */
export const loadCompliance = async (loading: ComplianceLoading): Promise<void> => {
  const { deps, now, signal } = loading;
  const [town, district] = [await accountOf(loading, 'supervisor'), await accountOf(loading, 'supervision')];
  await aimAt(deps, district, promiseTargets, morning(now, 200), now);
  await supervise(loading, district);
  signal.throwIfAborted();
  await criticise(loading, town, district);
  await praise(loading, district);
};
