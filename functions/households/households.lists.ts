import { trailOf } from '../platform/contract/node-path.ts';

/** The node an area's figures stand under; without an area, that of the village's households that have none. */
export const areaNode = (village: string, area: string | undefined): string =>
  `${village}/${area?.toLowerCase() ?? '-'}`;

/** The district, the town, the village and the area a household counts for, the district first. */
export const nodesOf = (village: string, area: string | undefined): string[] => [
  ...trailOf(village),
  areaNode(village, area),
];
