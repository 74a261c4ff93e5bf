import type { ImportRowInput } from '../../households/households.fields.ts';
import type { HouseholdCategory } from '../../households/households.words.ts';
import { idNumberCheck } from '../../platform/contract/id-number.ts';
import type { DemoNode } from './district.ts';
import { familyNames, givenNames } from './issue-texts.ts';
import { type Random, seededRandom } from './random.ts';

/** The register of one community before it is loaded, area by area, in the order of the doors. */
export interface DemoRegister {
  readonly village: string;
  readonly areas: readonly { readonly name: string; readonly rows: readonly ImportRowInput[] }[];
}

type Member = ImportRowInput['members'][number];

/** Households of each of the seven communities of 矿区街道: 7,140, of which the report's 6,761 have been visited. */
const households = [1_180, 1_060, 1_020, 980, 1_000, 920, 980] as const;

const areasPerCommunity = 5;
const shopShare = 0.08;
const shopKinds = ['便利店', '理发店', '五金店', '面馆', '药店', '水果店', '快递驿站', '早餐店'] as const;

/** A made-up identity number with a right check character: nobody's, as its place code is given out no more. */
const idNumberOf = (serial: number, year: number, random: Random): string => {
  const month = String(random.between(1, 12)).padStart(2, '0');
  const day = String(random.between(1, 28)).padStart(2, '0');
  // 370490 to 370497 are in no list of GB/T 2260; the serial is spread over both, so that no two are the same.
  const body = `3704${90 + Math.floor(serial / 1000)}${year}${month}${day}${String(serial % 1000).padStart(3, '0')}`;
  return body + idNumberCheck(body);
};

// 1999 is not handed out to anybody: nobody's real number stands in the demo.
const phoneOf = (serial: number): string => `1999${String(serial * 7).padStart(7, '0')}`;

const nameOf = (family: string, random: Random): string => `${family}${random.oneOf(givenNames)}`;

const categoriesOf = (year: number, alone: boolean, random: Random): HouseholdCategory[] => {
  const found: HouseholdCategory[] = [];
  if (year <= 1946) found.push('elderly');
  if (alone && year <= 1956) found.push('living-alone');
  if (random.chance(0.03)) found.push('disabled');
  if (random.chance(0.025)) found.push('low-income');
  if (random.chance(0.012)) found.push('severe-illness');
  if (random.chance(0.01)) found.push('veteran');
  return found;
};

/** A couple, a family, somebody alone: whoever lives behind a door. */
const familyOf = (serial: number, random: Random): [Member, ...Member[]] => {
  const family = random.oneOf(familyNames);
  const alone = random.chance(0.18);
  const year = random.between(1938, 1996);
  const head: Member = {
    name: nameOf(family, random),
    relation: '户主',
    categories: categoriesOf(year, alone, random),
    idNumber: idNumberOf(serial, year, random),
    ...(random.chance(0.93) ? { phone: phoneOf(serial) } : {}),
  };
  if (alone) return [head];
  const spouse: Member = {
    name: nameOf(random.oneOf(familyNames), random),
    relation: '配偶',
    categories: [],
  };
  if (!random.chance(0.55)) return [head, spouse];
  const child: Member = { name: nameOf(family, random), relation: '子女', categories: [] };
  return [head, spouse, child];
};

const homeAt = (place: string, door: number, serial: number, random: Random): ImportRowInput => ({
  kind: 'home',
  address: {
    text: place,
    building: `${1 + Math.floor(door / 36)}号楼`,
    unit: `${1 + (Math.floor(door / 12) % 3)}单元`,
    room: `${1 + (Math.floor(door / 2) % 6)}0${1 + (door % 2)}`,
  },
  members: familyOf(serial, random),
});

const shopAt = (place: string, door: number, serial: number, random: Random): ImportRowInput => {
  const family = random.oneOf(familyNames);
  return {
    kind: 'shop',
    address: { text: `${place}沿街`, room: `${door + 1}号` },
    shopName: `${family}记${random.oneOf(shopKinds)}`,
    members: [{ name: nameOf(family, random), relation: '经营者', categories: [], phone: phoneOf(serial) }],
  };
};

/** The register of every community of a sub-district; the same on every machine. */
export const registersOf = (communities: readonly DemoNode[]): DemoRegister[] => {
  const random = seededRandom(6_761);
  let serial = 0;
  return communities.map((community, index) => {
    const total = households[index % households.length] ?? 0;
    const areas = Array.from({ length: areasPerCommunity }, (_, area) => {
      const size =
        Math.floor(((area + 1) * total) / areasPerCommunity) - Math.floor((area * total) / areasPerCommunity);
      const shops = Math.round(size * shopShare);
      const place = `${community.name.zh.replace('社区', '')}${['东', '南', '西', '北', '中'][area] ?? ''}区`;
      const rows = Array.from({ length: size }, (_row, door) => {
        serial += 1;
        return door < size - shops
          ? homeAt(place, door, serial, random)
          : shopAt(place, door - (size - shops), serial, random);
      });
      return { name: `${place}片区`, rows };
    });
    return { village: community.path, areas };
  });
};
