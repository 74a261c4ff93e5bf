import type { Principal } from '../../platform/contract/roles.ts';
import { addDays, addMinutes, localDateOf } from '../../platform/runtime/time.ts';
import { createStock, handOut, takeDeviceBack } from '../../services/devices.usecases.ts';
import { createBatch, receiveGoods } from '../../services/donations.usecases.ts';
import { recordEvent } from '../../services/events.usecases.ts';
import { beginHelp, completeHelp } from '../../services/helps.usecases.ts';
import { deviceKinds, helpKinds } from '../../services/services.words.ts';
import { demoAccounts } from './accounts.ts';
import { demoCommand, principalOf } from './campaign-loading.ts';
import { demoTowns, districtPath, villagesOf, yongan } from './district.ts';
import { forEach } from './for-each.ts';
import { keepCentres } from './services-centres.ts';
import { demoEvents } from './services-events.ts';
import {
  count,
  item,
  morning,
  reportSizes,
  type ServicesLoading,
  type ServicesSizes,
  servicesAtOnce,
} from './services-loading.ts';
import { adults, childrenOf } from './services-people.ts';
import { aimAt, serviceTargets } from './targets.ts';

const lentKinds = ['wheelchair', 'walking-frame', 'commode-chair', 'pressure-mattress'] as const;
const depotKinds = deviceKinds.filter((kind) => kind !== 'other');
const daysBack = 300;

/** †300 devices: four depots, a fifth of the devices lent, some of those back, some late. */
const handDevicesOut = async (
  { deps, now, signal }: ServicesLoading,
  by: Principal,
  { devices }: ServicesSizes,
): Promise<void> => {
  const depots = [districtPath, ...demoTowns.slice(0, 2).map(({ path }) => path), yongan];
  const stocks = new Map<string, string>();
  for (const node of depots) {
    for (const kind of depotKinds) {
      const command = demoCommand(by, `stock-${node}-${kind}`, morning(now, daysBack));
      const { id } = await createStock(deps, command, { node, kind, quantity: 16, note: '省残联配发' });
      stocks.set(`${node} ${kind}`, id);
    }
  }
  const one = async (n: number): Promise<void> => {
    if (signal.aborted) return;
    const kind = n % 5 === 0 ? item(lentKinds, n / 5) : item(depotKinds, n);
    const stock = stocks.get(`${item(depots, Math.floor(n / 14))} ${kind}`) ?? '';
    const at = morning(now, 290 - Math.floor((n * 280) / 300));
    const until = n % 5 === 0 ? { until: addDays(localDateOf(at), 60 + (n % 4) * 90) } : {};
    const { id } = await handOut(deps, demoCommand(by, `handout-${n}`, at), {
      ...{ stock, quantity: 1, ...item(adults, n), ...until },
    });
    if (n % 25 !== 0) return;
    const command = {
      ...demoCommand(by, `return-${n}`, addMinutes(at, 40 * 24 * 60)),
      params: { handout: id },
    };
    if (command.now < now)
      await takeDeviceBack(deps, command, { condition: n % 50 === 0 ? 'repair' : 'good' });
  };
  await forEach(count(devices), one, servicesAtOnce);
  signal.throwIfAborted();
};

/** †370 fans for 370 households. */
const giveDonations = async (
  { deps, now, signal }: ServicesLoading,
  by: Principal,
  { receipts }: ServicesSizes,
): Promise<void> => {
  const day = localDateOf(morning(now, 140));
  const { id } = await createBatch(deps, demoCommand(by, 'donation-fans', morning(now, 140)), {
    ...{ node: districtPath, donor: '爱心企业联合会', goods: '空调扇', unit: 'piece', quantity: 380 },
    ...{ value: 11_400_000, day },
  });
  const one = async (n: number): Promise<void> => {
    if (signal.aborted) return;
    const at = morning(now, 130 - Math.floor(n / 10));
    const command = { ...demoCommand(by, `receipt-${n}`, at), params: { batch: id } };
    const signed = n % 9 === 0 ? 'by-proxy' : 'signed';
    await receiveGoods(deps, command, { quantity: 1, ...item(adults, n + 90), signed });
  };
  await forEach(count(receipts), one, servicesAtOnce);
  signal.throwIfAborted();
};

const institutions = ['市儿童康复中心', '区妇幼保健院康复科', '启明听力语言康复中心'] as const;

/** †298 children, most of them still helped. */
const helpChildren = async (
  { deps, now, signal }: ServicesLoading,
  by: Principal,
  sizes: ServicesSizes,
): Promise<void> => {
  const villages = demoTowns.flatMap(villagesOf);
  const children = childrenOf(Number(localDateOf(now).slice(0, 4)));
  const one = async (n: number): Promise<void> => {
    if (signal.aborted) return;
    const at = morning(now, 260 - Math.floor((n * 240) / 298));
    const from = localDateOf(at);
    const { id } = await beginHelp(deps, demoCommand(by, `help-${n}`, at), {
      ...{ node: item(villages, n).path, ...item(children, n), kind: item(helpKinds, n * 3) },
      ...{
        institution: item(institutions, n),
        from,
        until: addDays(from, 180),
        amount: 300_000 * (1 + (n % 6)),
      },
    });
    const end = addMinutes(at, 150 * 24 * 60);
    if (n % 3 !== 0 || end > now) return;
    const command = { ...demoCommand(by, `help-end-${n}`, end), params: { help: id } };
    const outcome = item(['clearly-better', 'better', 'recovered', 'unchanged'] as const, n);
    await completeHelp(deps, command, { day: localDateOf(end), outcome });
  };
  await forEach(count(sizes.children), one, servicesAtOnce);
  signal.throwIfAborted();
};

/**
 * The federation's ledgers as the reports have them: 298 children, 300 devices, 8 day centres with 106 members, 370
 * fans, volunteer days and charity sales. Through the use cases; interrupted, it goes on where it was.
 */
export const loadServices = async (
  loading: ServicesLoading,
  sizes: ServicesSizes = reportSizes,
): Promise<void> => {
  const { deps, now, onProgress } = loading;
  const account = demoAccounts.find(({ loginName }) => loginName === 'disability');
  if (!account) throw new Error('the demo has no federation');
  const by = await principalOf(deps, account);
  onProgress('devices, donations and helps of the federation');
  await aimAt(deps, by, serviceTargets, morning(now, daysBack), now);
  await handDevicesOut(loading, by, sizes);
  await giveDonations(loading, by, sizes);
  await helpChildren(loading, by, sizes);
  await keepCentres(loading, by, sizes);
  for (const [n, { daysAgo, ...event }] of demoEvents.entries()) {
    const at = morning(now, daysAgo);
    const fields = { volunteers: 0, leaflets: 0, works: 0, takings: 0, ...event, day: localDateOf(at) };
    await recordEvent(deps, demoCommand(by, `event-${n}`, at), fields);
  }
};
