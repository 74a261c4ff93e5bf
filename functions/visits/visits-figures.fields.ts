import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { countableDateSchema, isCountable } from '../platform/runtime/time.schemas.ts';
import { addDays, type LocalDate } from '../platform/runtime/time.ts';
import { limits } from './visits.words.ts';

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const isInOrder = ({ from, to }: Days): boolean => from <= to;
/** Also asked about days that were found wrong by themselves: of those there is nothing more to say. */
const isQuarter = ({ from, to }: Days): boolean =>
  !isCountable(to) || addDays(to, 1 - limits.figureDays) <= from;

/** Whose figures, and of which days; the last one is at fault where the two don't make a range. */
export const figuresQuery = v.pipe(
  v.strictObject({ node: nodePathSchema, from: countableDateSchema, to: countableDateSchema }),
  v.forward(
    v.check((days) => isInOrder(days), fieldCode('field.range')),
    ['to'],
  ),
  v.forward(
    v.check((days) => isQuarter(days), fieldCode('field.too_many', limits.figureDays)),
    ['to'],
  ),
);
