export const width = 320;
export const height = 240;

export type Colour = readonly [red: number, green: number, blue: number];

const within = (n: number, from: number, to: number): boolean => n >= from && n < to;
const round = (x: number, y: number, [cx, cy]: readonly [number, number], radius: number): boolean =>
  (x - cx) ** 2 + (y - cy) ** 2 < radius ** 2;

/** A wall, a floor and a rail along it: what every home of the demo shows, since nobody's real home may be. */
const home = (x: number, y: number): Colour => {
  const isRail = y > 118 && y < 126 && x > 30 && x < 290;
  const isPost = y >= 126 && y < 190 && (Math.abs(x - 60) < 4 || Math.abs(x - 260) < 4);
  if (isRail || isPost) return [150, 110, 70];
  if (y > 190)
    return (Math.floor(x / 40) + Math.floor((y - 190) / 25)) % 2 ? [196, 190, 180] : [206, 201, 192];
  return [236, 232, 222];
};

/** A house of two floors with a level way to its door. */
const building = (x: number, y: number): Colour => {
  if (y >= 200) return within(x, 138, 182) ? [214, 208, 196] : [150, 168, 130];
  if (!within(x, 40, 280) || y < 60) return [206, 224, 236];
  if (y < 70) return [122, 60, 52];
  if (within(x, 142, 178) && y > 148) return x < 159 || x > 161 ? [92, 122, 130] : [70, 92, 98];
  if (within(x, 110, 210) && within(y, 122, 138)) return [160, 40, 38];
  const isWindow = within((x - 52) % 46, 0, 28) && (within(y, 84, 112) || within(y, 150, 182));
  return isWindow ? [150, 184, 198] : [228, 216, 196];
};

const spines: readonly Colour[] = [
  [150, 62, 54],
  [74, 104, 128],
  [196, 160, 92],
  [92, 122, 88],
  [120, 92, 126],
];

/** Shelves of books, no two neighbours of one colour. */
const shelves = (x: number, y: number): Colour => {
  const shelf = Math.floor(y / 60);
  const book = Math.floor(x / 14);
  if (y % 60 > 52) return [120, 86, 56];
  const top = 8 + ((book * 7 + shelf * 5) % 13);
  if (y % 60 < top || x % 14 === 0) return [74, 54, 40];
  return spines[(book + shelf * 2) % spines.length] ?? [74, 54, 40];
};

/** A stage between its curtains. */
const stage = (x: number, y: number): Colour => {
  const edge = 58 + Math.round(8 * Math.sin(y / 26));
  if (y < 26) return Math.floor(x / 16) % 2 ? [142, 26, 30] : [160, 36, 38];
  if (x < edge || x > width - edge) return Math.floor(x / 9) % 2 ? [142, 26, 30] : [160, 36, 38];
  if (y > 186) return Math.floor(y / 9) % 2 ? [150, 110, 70] : [160, 120, 78];
  return round(x, y, [160, 150], 70) ? [250, 236, 196] : [60, 48, 62];
};

/** A screen in the open, at night, and the heads before it. */
const screen = (x: number, y: number): Colour => {
  const isFrame = within(x, 62, 258) && within(y, 34, 152);
  if (isFrame) {
    if (!within(x, 68, 252) || !within(y, 40, 146)) return [24, 26, 34];
    if (round(x, y, [206, 70], 18)) return [250, 214, 140];
    return y > 112 + 14 * Math.sin(x / 22) ? [96, 128, 104] : [186, 206, 222];
  }
  const row = y > 196 ? 212 : 186;
  if (y > 172 && round(x % 36, y, [18 - (y > 196 ? 8 : 0), row], 12)) return [14, 16, 24];
  return y > 176 ? [30, 34, 46] : [36, 44, 68];
};

/** Paper, ink and a brush. */
const paper = (x: number, y: number): Colour => {
  if (!within(x, 52, 240) || !within(y, 26, 214)) {
    if (within(x, 262, 270) && within(y, 40, 150)) return [170, 126, 74];
    if (within(x, 260, 272) && within(y, 150, 180)) return [40, 36, 34];
    return round(x, y, [278, 206], 18) ? [40, 40, 44] : [130, 96, 66];
  }
  const isStroke =
    (within(x, 92, 200) && within(y - Math.round((146 - x) / 12), 74, 86)) ||
    (within(x, 140, 154) && within(y, 50, 186)) ||
    (y > 100 && y < 180 && Math.abs(x - 147 - (y - 100) * 0.7) < 7) ||
    (y > 100 && y < 180 && Math.abs(x - 147 + (y - 100) * 0.7) < 7);
  return isStroke ? [30, 28, 30] : [246, 241, 228];
};

/** A square at dusk with people dancing in rows. */
const square = (x: number, y: number): Colour => {
  const row = Math.floor((y - 120) / 40);
  if (y > 120) {
    const inRow = (y - 120) % 40;
    const at = (x + (row % 2) * 20) % 40;
    if (round(at, inRow, [20, 9], 5)) return [222, 184, 150];
    if (within(at, 15, 26) && within(inRow, 14, 28)) return row % 2 ? [176, 52, 60] : [196, 92, 40];
    if ((within(at, 15, 19) || within(at, 22, 26)) && within(inRow, 28, 38)) return [52, 56, 70];
    return [178, 172, 164];
  }
  if (y > 84 && within(x % 64, 8, 52))
    return within(x % 12, 2, 6) && y % 14 < 6 ? [250, 224, 150] : [92, 90, 110];
  return [236 - Math.floor(y / 3), 176 + Math.floor(y / 6), 150 + Math.floor(y / 3)];
};

export const scenes = { home, building, shelves, stage, screen, paper, square } as const satisfies Record<
  string,
  (x: number, y: number) => Colour
>;
export type Scene = keyof typeof scenes;
