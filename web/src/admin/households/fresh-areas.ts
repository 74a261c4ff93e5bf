import { createSignal } from 'solid-js';
import { forgetWithWorker } from '../session/memory.ts';
import type { AreaView } from './households.queries.ts';

const [changed, setChanged] = createSignal<ReadonlyMap<string, AreaView>>(new Map());
forgetWithWorker(() => setChanged(new Map<string, AreaView>()));

/** Lists follow a moment later; an area this browser has just made or changed must not be missing from the next page. */
export const showChangedArea = (area: AreaView): void => {
  setChanged((before) => new Map(before).set(area.area, area));
};

/** Areas of a village as they were read, with what this browser changed laid over them where that is newer. */
export const withChangedAreas = (areas: readonly AreaView[], village: string): readonly AreaView[] => {
  const byId = new Map(areas.map((each) => [each.area, each]));
  for (const each of changed().values()) {
    if (each.village === village && each.version > (byId.get(each.area)?.version ?? 0)) {
      byId.set(each.area, each);
    }
  }
  return [...byId.values()];
};
