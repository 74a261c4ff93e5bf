import { findByLoginName } from '../../access/staff.store.ts';
import { openAccount } from '../../access/staff.usecases.ts';
import { createCampaign, startCampaign } from '../../campaigns/campaigns.usecases.ts';
import { continuePlan, makePlan } from '../../campaigns/plan.usecases.ts';
import { proveNow } from '../../campaigns/proofs.usecases.ts';
import { createArea } from '../../households/areas.usecases.ts';
import { householdCounts } from '../../households/households.store.ts';
import { idOfRow, loadRows } from '../../households/import-rows.usecases.ts';
import { completeImport, readImport, startImport } from '../../households/imports.usecases.ts';
import type { Principal } from '../../platform/contract/roles.ts';
import { addDays, type Instant, localDateOf, startOfDay } from '../../platform/runtime/time.ts';
import { type DemoAccount, demoAdministrator, villageAccounts } from './accounts.ts';
import { type Community, demoCommand, type Loading, listed, principalOf } from './campaign-loading.ts';
import { type DemoNode, demoTowns, kuangqu, villagesOf } from './district.ts';
import { forEach } from './for-each.ts';
import { nameFor } from './personas.ts';
import { type DemoRegister, registersOf } from './register.ts';
import { handInDays, makeVisits } from './visits.ts';

/** †Over 210 officers are divided over the areas: thirty in each of the seven communities, one of them its lead. */
const perCommunity = 30;

/** Days before today on which the campaign began, and after today on which it ends. */
const daysBack = 36;
const daysAhead = 6;

const theTown = (): DemoNode => {
  const town = demoTowns.find(({ path }) => path === kuangqu);
  if (!town) throw new Error('the demo district has no 矿区');
  return town;
};

/** The accounts of one community; who was opened by an earlier try is found, not opened again. */
const peopleOf = async (
  { deps, signal }: Loading,
  administrator: Principal,
  founded: Instant,
  node: DemoNode,
): Promise<Community> => {
  const known = villageAccounts.filter(({ scope }) => scope === node.path);
  const hasLead = known.some(({ roles }) => roles.includes('lead'));
  const others = Array.from({ length: perCommunity - known.length }, (_, index): DemoAccount => {
    const loginName = `kq${node.id.slice(-3)}-${String(index + 1).padStart(2, '0')}`;
    const role = index === 0 && !hasLead ? 'lead' : 'visitor';
    return { loginName, name: nameFor(`${loginName} ${node.path}`), roles: [role], scope: node.path };
  });
  await forEach(others, async ({ loginName, name, roles, scope }) => {
    if (signal.aborted || (await findByLoginName(deps.store, loginName)) !== undefined) return;
    const command = demoCommand(administrator, `staff-${loginName}`, founded);
    await openAccount(deps, command, { loginName, name, roles: [...roles], scope });
  });
  signal.throwIfAborted();
  const people = await Promise.all([...known, ...others].map((account) => principalOf(deps, account)));
  const lead = people.find(({ roles }) => roles.includes('lead'));
  if (!lead) throw new Error('a community of the demo has no lead');
  return { node, lead, visitors: people };
};

/** One file for each community, as its office would load it. */
const loadRegister = async (
  { deps, signal }: Loading,
  lead: Principal,
  founded: Instant,
  { village, areas }: DemoRegister,
): Promise<string[]> => {
  const rows = [];
  for (const [index, area] of areas.entries()) {
    const command = demoCommand(lead, `area-${village}-${index}`, founded);
    const { id } = await createArea(deps, command, { village, name: area.name });
    rows.push(...area.rows.map((row) => ({ ...row, area: id })));
  }
  const opening = demoCommand(lead, `import-${village}`, founded);
  const file = { fileName: '户情台账.xlsx', fileDigest: village, headers: [], mapping: [] };
  const { id } = await startImport(deps, opening, { village, ...file, rows: rows.length });
  // An earlier try may have loaded some of it, or all.
  const { state } = await readImport(deps, id, lead);
  const perRequest = 100;
  for (let from = state.through; from < rows.length; from += perRequest) {
    signal.throwIfAborted();
    const command = { ...demoCommand(lead, `rows-${village}-${from}`, founded), params: { import: id } };
    await loadRows(deps, command, { from: from + 1, rows: rows.slice(from, from + perRequest) });
  }
  const completing = { ...demoCommand(lead, `loaded-${village}`, founded), params: { import: id } };
  if (state.status === 'open') await completeImport(deps, completing);
  return Promise.all(rows.map((_, index) => idOfRow(deps.keyring, id, index + 1)));
};

const details = (now: Instant) => ({
  name: '矿区街道大走访',
  objective: '进万家门、知万家情、解万家忧、办万家事，不漏一户、不落一人。',
  steps: ['宣传动员', '入户走访', '问题交办', '回访评议'],
  materials: ['便民联系卡', '致居民的一封信'],
  scope: kuangqu,
  from: addDays(localDateOf(now), -daysBack),
  to: addDays(localDateOf(now), daysAhead),
  perDay: 20,
  includeRestDays: false,
});

/**
 * The campaign of the report in 矿区街道: 7 communities, 210 officers, the register loaded from files, every household
 * planned, 6,761 visited, 347 issues found and handled, the days handed in. Through the use cases, while the stream
 * keeps the lists; interrupted, it goes on where it was.
 */
export const loadCampaign = async (loading: Loading): Promise<void> => {
  const { deps, now, onProgress, signal } = loading;
  const began = startOfDay(addDays(localDateOf(now), -daysBack));
  const administrator = await principalOf(deps, demoAdministrator);
  const town = theTown();
  onProgress('210 officers of 矿区街道');
  const communities: Community[] = [];
  for (const node of villagesOf(town)) communities.push(await peopleOf(loading, administrator, began, node));

  const households = new Map<string, string[]>();
  for (const [index, register] of registersOf(villagesOf(town)).entries()) {
    onProgress(`register of community ${index + 1} of ${communities.length}`);
    const community = communities[index];
    if (community)
      households.set(register.village, await loadRegister(loading, community.lead, began, register));
  }
  const total = [...households.values()].reduce((sum, { length }) => sum + length, 0);
  await listed(signal, async () => ((await householdCounts(deps.store, kuangqu))['active'] ?? 0) >= total);

  onProgress('the plan: every household its person and day');
  const { id } = await createCampaign(deps, demoCommand(administrator, 'campaign', began), details(now));
  const starting = { ...demoCommand(administrator, 'campaign-start', began), params: { campaign: id } };
  await startCampaign(deps, { ...starting, ifMatch: 1 });
  for (const { node, lead, visitors } of communities) {
    const people = visitors.map(({ staffId }) => ({ staffId, areas: [] }));
    const request = demoCommand(lead, `plan-${node.id}`, began);
    let { left } = await makePlan(deps, request, id, { village: node.path, people });
    for (let part = 1; left > 0; part++) {
      signal.throwIfAborted();
      const next = demoCommand(lead, `plan-${node.id}-${part}`, began);
      ({ left } = await continuePlan(deps, next, id, node.path));
    }
  }
  const visited = await makeVisits(loading, {
    campaign: id,
    from: localDateOf(began),
    town,
    communities,
    households,
  });
  await handInDays(loading, communities, visited);
  const proving = { ...demoCommand(administrator, 'campaign-proof', now), params: { campaign: id } };
  await proveNow(deps, proving);
};
