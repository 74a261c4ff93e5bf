import { type MapTiles, mapTiles, tileSource } from '../contract/map-tiles.ts';

/**
 * What browsers are told about the site itself: by the CDN in the cloud, by the local host on one machine. API
 * answers bring their own. Pure data, so that both send the very same.
 */

/**
 * Scripts, styles and requests only from here; pictures also from a form that has not been sent yet, and from the map
 * service where there is one.
 */
export const contentSecurityPolicyFor = (tiles: MapTiles | undefined): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' blob: data:", ...(tiles ? [tileSource(tiles)] : [])].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Seconds; two years, what browsers' own lists of HTTPS sites ask for. Ignored by browsers on plain http. */
export const strictTransportSeconds = 2 * 365 * 24 * 60 * 60;

/** The camera stays allowed for the site itself: a resident photographs the problem. */
const permissionsPolicy = 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()';

/** Header names in lower case. */
export const siteHeaders = {
  'content-security-policy': contentSecurityPolicyFor(mapTiles),
  'strict-transport-security': `max-age=${strictTransportSeconds}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': permissionsPolicy,
  'cross-origin-opener-policy': 'same-origin',
} as const;

/**
 * Whether an address of the site names a file: it ends in a dot and what begins with a letter. What does not is the
 * app's own, such as `/culture/enrol/ABC.1`, and its one page answers.
 */
export const isFileName = (path: string): boolean => /\.[A-Za-z][^./]*$/.test(path);
