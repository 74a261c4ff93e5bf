import { type Component, For } from 'solid-js';
import type { RenovationItem } from '../../../../functions/renovation/renovation.words.ts';

/** Strokes on a field of 48 by 48. A picture says at a glance what a word means; it never stands without the word. */
const strokes: Readonly<Record<RenovationItem, readonly string[]>> = {
  toilet: ['M14 8h8v14h-8z', 'M14 22h20c0 8-4 12-10 12h-6z', 'M18 34v6h12v-6', 'M38 16v10h-6'],
  ramp: ['M6 38h36V20z', 'M10 30L42 12', 'M14 35v-7', 'M28 28v-8'],
  handrails: ['M8 18h32', 'M12 18v18', 'M36 18v18', 'M8 36h8', 'M32 36h8'],
  'door-widening': ['M16 8h16v32H16z', 'M28 25v1', 'M11 24H4m3-3l-3 3 3 3', 'M37 24h7m-3-3l3 3-3 3'],
  threshold: ['M8 36h32', 'M14 36V8h20v28', 'M18 36l3-3h6l3 3', 'M24 14v12m-4-4l4 4 4-4'],
  stove: ['M8 24h32v14H8z', 'M12 24v-3h10v3', 'M26 24v-3h10v3', 'M24 6v9m-3-3l3 3 3-3', 'M16 31h16'],
  'kitchen-sink': ['M8 24h32', 'M12 24v10h24V24', 'M24 24V12h8v5', 'M14 6v9m-3-3l3 3 3-3'],
  'nursing-bed': ['M6 14v24', 'M6 32h36v6', 'M10 28l10-10 6 8h16v6', 'M32 20h8'],
  'anti-slip-floor': ['M6 38h36', 'M10 32l4-4 4 4 4-4 4 4 4-4 4 4 4-4', 'M18 20c0-6 3-10 6-10s6 4 6 10z'],
  'light-switches': ['M16 8h16v18H16z', 'M24 13v8', 'M24 30v9m-3-3l3 3 3-3'],
  'doorbell-flash': ['M16 30V20a8 8 0 0116 0v10l3 4H13z', 'M21 38h6', 'M8 16l-3-2', 'M40 16l3-2', 'M24 8V4'],
  'shower-seat': ['M14 8h12v6', 'M20 14h12', 'M23 18v3m3-3v3m3-3v3', 'M12 30h24', 'M15 30v10', 'M33 30v10'],
};

export const ItemPicture: Component<{ item: RenovationItem }> = (props) => (
  <svg class="item-picture" viewBox="0 0 48 48" aria-hidden="true">
    <For each={strokes[props.item]}>{(path) => <path d={path} />}</For>
  </svg>
);
