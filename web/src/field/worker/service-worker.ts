/**
 * Keeps the field app on the phone, so that it opens without a network. It keeps files of the site and nothing else:
 * what the API says is kept by the app itself, which knows whose it is.
 */

interface FieldFile {
  readonly path: string;
  /** The first 16 hexadecimal digits of the content's SHA-256. */
  readonly digest: string;
}

/** Written in by the build (field-worker.plugin.ts). */
declare const __FIELD_FILES__: readonly FieldFile[];
declare const __FIELD_VERSION__: string;

// The browser's library has no types for a worker of this kind beside those of a page.
interface LongEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends LongEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const self: {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', run: (event: LongEvent) => void): void;
  addEventListener(type: 'fetch', run: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', run: (event: MessageEvent<unknown>) => void): void;
};

const PREFIX = 'field-';
const files = __FIELD_FILES__;
const cacheName = PREFIX + __FIELD_VERSION__;
const paths = new Set(files.map(({ path }) => path));
/** Under which the app's one page is kept, whatever address of the app is opened. */
const page = '/field';

const digestOf = async (content: ArrayBuffer): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', content)).subarray(0, 8), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

const isWhole = async (response: Response, { digest }: FieldFile): Promise<boolean> =>
  response.ok && !response.redirected && (await digestOf(await response.clone().arrayBuffer())) === digest;

/**
 * The file in exactly this version. One that did not change is taken from the version before instead of the network.
 * @throws Error while a deployment is half done: this version is then not installed, and tried again later
 */
const fetchWhole = async (file: FieldFile): Promise<Response> => {
  const known = await caches.match(file.path, { ignoreVary: true });
  if (known && (await isWhole(known, file))) return known;
  const fetched = await fetch(file.path, { cache: 'no-cache', credentials: 'omit' });
  if (!(await isWhole(fetched, file))) throw new Error(`another version of ${file.path} is served`);
  return fetched;
};

/** What an install that broke off has already kept is not asked for again. */
const install = async (): Promise<void> => {
  const cache = await caches.open(cacheName);
  await Promise.all(files.map(async (file) => cache.put(file.path, await fetchWhole(file))));
};

const activate = async (): Promise<void> => {
  const names = await caches.keys();
  const outdated = names.filter((name) => name.startsWith(PREFIX) && name !== cacheName);
  await Promise.all(outdated.map((name) => caches.delete(name)));
  await self.clients.claim();
};

/** @returns undefined for what is none of its business, which the browser then fetches as ever */
const pathFor = ({ method, mode, url }: Request): string | undefined => {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return undefined;
  if (mode === 'navigate') return page;
  return paths.has(pathname) ? pathname : undefined;
};

const answer = async (request: Request, path: string): Promise<Response> => {
  const cache = await caches.open(cacheName);
  // A phone short of space may have thrown a file away.
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
};

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const path = pathFor(event.request);
  if (path !== undefined) event.respondWith(answer(event.request, path));
});
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});

export {};
