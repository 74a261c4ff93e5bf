/** Pictures that lie under the places of a map. */
export interface MapTiles {
  /** Where they come from, with `{z}`, `{x}` and `{y}`; its host becomes the one other source of pictures the site has. */
  readonly template: `https://${string}`;
  /** Whom they are by, as their terms ask for it. */
  readonly attribution: string;
  readonly maxZoom: number;
}

/**
 * Undefined: no map pictures are asked of anybody, and places stand on plain ground. A district that has a contract
 * with a map service (天地图, for example) names it here; whoever opens the map is then seen by that service.
 */
export const mapTiles: MapTiles | undefined = undefined;

/** The host of a template as the content security policy names it. */
export const tileSource = ({ template }: MapTiles): string => template.split('/').slice(0, 3).join('/');
