import * as v from 'valibot';
import { deletedText } from '../platform/contract/masks.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { periodEnd } from '../retention/retention.rules.ts';
import { type Household, householdSchema } from './households.states.ts';

/** Three years after it left; one that is there stays in the register, and who moved out of it is gone at once. */
export const householdKeptUntil = (household: Household): Instant | undefined =>
  household.status === 'gone' && household.anonymisedAt === undefined
    ? periodEnd('households', household.gone.at)
    : undefined;

/** Nothing but how many lived there, in which village, and why they left. */
export const anonymousHousehold = (household: Household, at: Instant): Household =>
  v.parse(householdSchema, {
    ...household,
    address: { text: deletedText },
    shopName: household.shopName === undefined ? undefined : deletedText,
    members: household.members.map(({ no }) => ({
      ...{ no, name: deletedText, relation: deletedText, categories: [] },
    })),
    ...(household.status === 'gone' ? { gone: { ...household.gone, note: undefined } } : {}),
    anonymisedAt: at,
  });
