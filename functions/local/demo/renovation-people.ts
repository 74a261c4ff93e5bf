import { idNumberCheck } from '../../platform/contract/id-number.rules.ts';
import { parseLocalDate } from '../../platform/runtime/time.ts';
import type { Applying } from '../../renovation/applying.usecases.ts';
import { consentVersion } from '../../renovation/renovation.words.ts';
import { demoTowns, villagesOf } from './district.ts';
import { nameFor } from './personas.ts';
import { seededRandom } from './random.ts';
import { item } from './services-loading.ts';

/** A made-up certificate with a right check character: nobody's, as this place code is in no list of GB/T 2260. */
const certificateOf = (born: string, serial: number, ending: string): string => {
  const body = `370497${born}${String(serial % 1000).padStart(3, '0')}`;
  return `${body}${idNumberCheck(body)}${ending}`;
};

const two = (n: number): string => String(n).padStart(2, '0');

/** What is asked for, with what makes it needed. */
const needs = [
  { wants: ['toilet', 'handrails'], need: '蹲便器起不来，走廊没有扶手。' },
  { wants: ['ramp', 'handrails'], need: '门口三级台阶，轮椅出不去。' },
  { wants: ['toilet', 'shower-seat', 'handrails'], need: '洗澡站不住，如厕要人扶。' },
  { wants: ['threshold', 'handrails'], need: '门槛高，拄拐过不去。' },
  { wants: ['doorbell-flash', 'light-switches'], need: '听不见门铃，开关够不着。' },
  { wants: ['stove', 'kitchen-sink'], need: '坐轮椅够不到灶台和水池。' },
] as const;

/**
 * The n-th home of a load: somebody in a village, at a door of their own.
 * @param series tells loads apart.
 * @param townAt which town it is in, counted on from the first again after the last.
 */
export const applicantOf = (series: number, n: number, townAt = n): Applying => {
  const random = seededRandom(series * 10_000 + n);
  const town = item(demoTowns, townAt);
  const village = item(villagesOf(town), Math.floor(n / demoTowns.length));
  const born = `${random.between(1938, 1996)}${two(1 + (n % 12))}${two(1 + (n % 28))}`;
  const { wants, need } = item(needs, n);
  // Who is deaf needs other things than who can't walk.
  const category = wants.some((want) => want === 'doorbell-flash') ? 2 : random.chance(0.2) ? 1 : 4;
  const helped = n % 3 === 0;
  const name = nameFor(`home ${series} ${n}`);
  return {
    applicant: {
      name,
      phone: `19994${String(series * 1000 + n).padStart(6, '0')}`,
      certificate: certificateOf(born, series * 300 + n, `${category}${random.between(1, 4)}`),
      validUntil: parseLocalDate('2036-06-30'),
      issuedHere: true,
    },
    home: {
      village: village.path,
      address: {
        text: '惠民路',
        building: String(1 + Math.floor(n / 40)),
        unit: String(series),
        room: String(101 + (n % 40)),
      },
    },
    ...(helped
      ? {
          proxy: {
            name: nameFor(`helper ${series} ${n}`),
            phone: `19993${String(n).padStart(6, '0')}`,
            relation: '子女',
          },
        }
      : {}),
    circumstances: [
      ...(random.chance(0.4) ? (['low-income'] as const) : []),
      ...(random.chance(0.2) ? (['old-caring'] as const) : []),
      ...(random.chance(0.3) ? (['living-alone'] as const) : []),
    ],
    wants: [...wants],
    need,
    photos: [],
    by: helped ? 'relative' : 'self',
    consent: { version: consentVersion },
  };
};
