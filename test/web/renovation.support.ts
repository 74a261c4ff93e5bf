import * as v from 'valibot';
import type { ResponseOf } from '../../functions/platform/contract/route.ts';
import { renovationContract } from '../../functions/renovation/renovation.contract.ts';
import { town } from './admin.support.tsx';

const { routes } = renovationContract;

export const village = `${town}/370402103201`;
export const reference = 'WNE79KX6CF';
export const at = '2096-11-22T02:10:00.000Z';
const officer = { id: 'FAWYHFMWFE', name: '高建国' };
const builder = { id: 'X37W7C64XF', name: '徐德胜' };

export const row = (change: object = {}): object => ({
  ...{ reference, version: 4, state: 'agreed', village, name: '王**', category: 'limbs', grade: 2 },
  ...{ circumstances: [], items: ['toilet', 'handrails'], amount: 298_000, appliedAt: at },
  ...{ dueAt: '2096-11-29T16:00:00.000Z', overdue: false, ...change },
});

const line = (item: string, unit: string, price: number, quantity: number): object => ({
  ...{ item, unit, price, quantity, amount: price * quantity, noRepeatYears: 5 },
});
const planLines = [line('toilet', 'set', 250_000, 1), line('handrails', 'metre', 12_000, 4)];

/** An application that waits for the district, as far as it has come; or as the change makes it. */
export const standing = (change: object = {}): ResponseOf<typeof routes.read> =>
  v.parse(routes.read.response, {
    ...{ reference, version: 4, state: 'agreed', village },
    applicant: {
      ...{ name: '王**', phone: '138****0001', idNumber: '3704**********0012', category: 'limbs' },
      ...{ grade: 2, age: 64, validUntil: '2099-01-01' },
    },
    ...{ circumstances: ['low-income'], wants: ['toilet', 'handrails'], need: '下蹲困难', photos: [] },
    consent: { personal: true, sensitive: true, by: 'self', how: 'in-person', at, version: '2026-11' },
    ...{ appliedAt: at, registeredBy: officer },
    decisions: [{ what: 'registered', by: officer, at }],
    clock: {
      ...{ startedAt: at, workingDays: 5, dueAt: '2096-11-29T16:00:00.000Z', dueDate: '2096-11-29' },
      ...{ provisional: false, calendarVersion: '2096@1' },
    },
    assessment: {
      ...{ function: '不能站立', home: '平房', photos: [], by: builder, at },
      items: [
        { item: 'toilet', needed: true, why: '无法蹲下' },
        { item: 'handrails', needed: true, why: '走路不稳' },
      ],
    },
    feasibility: {
      items: [
        { item: 'toilet', feasible: true },
        { item: 'handrails', feasible: true },
      ],
      ...{ by: officer, at },
    },
    plan: { year: 2096, lines: planLines, amount: 298_000, by: officer, at },
    agreement: { by: officer, how: 'in-person', at },
    actions: [],
    ...change,
  });

/** What an application has besides once its works are done. */
export const worked = {
  reservation: {
    ...{ year: 2096, town, district: '370402', amount: 298_000, by: officer, at },
  },
  notice: { id: 'n'.repeat(26), from: at, until: at, objections: [] },
  job: {
    ...{ contractor: builder, lot: reference, by: officer, at, defects: [], reworks: 0 },
    before: { photos: [], at },
  },
  completion: {
    ...{ photos: [], amount: 250_000, at },
    lines: [{ item: 'toilet', quantity: 1, amount: 250_000 }],
  },
  signatures: [],
};

/** What there is for a year. */
export const funds = (townChange: object = {}, districtChange: object = {}) => ({
  funds: [
    {
      ...{ kind: 'district', fund: '2096-370402', version: 1, year: 2096, node: '370402' },
      ...{ homes: 300, left: 298, reserved: 2, done: 0 },
      prices: [
        {
          ...{ item: 'toilet', unit: 'set', price: 250_000, most: 1, noRepeatYears: 5 },
          excludes: ['shower-seat'],
        },
        { item: 'handrails', unit: 'metre', price: 12_000, most: 20, excludes: [], noRepeatYears: 3 },
      ],
      ...districtChange,
    },
    {
      ...{ kind: 'town', fund: '2096-370402103', version: 1, year: 2096, node: town },
      ...{ amount: 3_000_000, ceiling: 600_000, left: 2_404_000, reserved: 596_000, spent: 0 },
      ...{ waiting: 0, ...townChange },
    },
  ],
});
