import type { Principal } from '../../platform/contract/roles.ts';
import { addDays, dayOfWeek, localDateOf } from '../../platform/runtime/time.ts';
import { handInAttendance } from '../../services/attendance.usecases.ts';
import { createCentre, joinCentre, leaveCentre, recordEmployment } from '../../services/centres.usecases.ts';
import { demoCommand } from './campaign-loading.ts';
import { demoTowns, villagesOf } from './district.ts';
import { forEach } from './for-each.ts';
import { morning, type ServicesLoading, type ServicesSizes, servicesAtOnce } from './services-loading.ts';
import { adults } from './services-people.ts';

interface Kept {
  readonly n: number;
  readonly centre: string;
  readonly members: readonly string[];
}

/** One centre with its members; somebody who left before, and somebody who found work. */
const keepCentre = async (
  { deps, now }: ServicesLoading,
  by: Principal,
  { centres }: ServicesSizes,
  n: number,
): Promise<Kept> => {
  const town = demoTowns[n];
  const [village] = town ? villagesOf(town) : [];
  if (!village) throw new Error('the demo has no village for this centre');
  const opened = morning(now, 280);
  const name = `${village.name.zh.replace(/(社区|村)$/, '')}如康家园`;
  const { id } = await createCentre(deps, demoCommand(by, `centre-${n}`, opened), {
    ...{ node: village.path, name, address: `${village.name.zh}便民服务中心一楼`, capacity: 18 },
  });
  const join = async (no: number): Promise<string> => {
    // Every fourth of the people, so that no two centres want the same.
    const person = adults[(centres.slice(0, n).reduce((sum, all) => sum + all + 1, 0) + no) * 4];
    if (!person) throw new Error('the demo has too few people');
    const at = morning(now, 270 - no * 5);
    const command = { ...demoCommand(by, `member-${n}-${no}`, at), params: { centre: id } };
    return (await joinCentre(deps, command, { ...person, from: localDateOf(at) })).id;
  };
  const members: string[] = [];
  for (let no = 0; no < (centres[n] ?? 0); no++) members.push(await join(no));
  const gone = await join(centres[n] ?? 0);
  const day = localDateOf(morning(now, 100));
  const of = (membership: string, what: string) => ({
    ...{ ...demoCommand(by, `${what}-${n}`, morning(now, 90)), params: { membership } },
  });
  await leaveCentre(deps, of(gone, 'leaving'), { day, reason: 'employed' });
  const [first = ''] = members;
  await recordEmployment(deps, of(first, 'employment'), { employer: '鑫源服装加工厂', day });
  return { n, centre: id, members };
};

/** Ten weekdays of attendance, the last one yesterday or before: most were there. */
const handInDays = async ({ deps, now }: ServicesLoading, by: Principal, kept: Kept): Promise<void> => {
  for (let ago = 14; ago >= 1; ago--) {
    const day = addDays(localDateOf(now), -ago);
    if (dayOfWeek(day) > 5) continue;
    const present = kept.members.filter((_, no) => (no + ago + kept.n) % 6 !== 0).sort();
    const command = demoCommand(by, `attendance-${kept.n}-${day}`, morning(now, ago - 1));
    await handInAttendance(deps, { ...command, params: { centre: kept.centre } }, { day, present });
  }
};

/** The day centres with whom they have and who was there. */
export const keepCentres = async (
  loading: ServicesLoading,
  by: Principal,
  sizes: ServicesSizes,
): Promise<void> => {
  const one = async (n: number): Promise<void> => {
    if (loading.signal.aborted) return;
    await handInDays(loading, by, await keepCentre(loading, by, sizes, n));
  };
  await forEach([...sizes.centres.keys()], one, servicesAtOnce);
  loading.signal.throwIfAborted();
};
