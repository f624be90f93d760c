/**
 * The service worker of the site: it caches the files of the site, so that all pages also open offline. The build writes the
 * list of files, with hashes of their contents, before this script. A new version loads only the files that have changed.
 */

/** A path from the root of the site, and a hash of the file's content. */
type ListedFile = readonly [path: string, hash: string];

interface SiteWorker extends ServiceWorkerGlobalScope {
  /** Files to cache at once, and those of the playground, which are cached when it is opened. */
  readonly siteFiles: { readonly first: readonly ListedFile[]; readonly later: readonly ListedFile[] };
}

// The global object of a service worker, with the list that the build writes.
const worker = self as unknown as SiteWorker;
const { first, later } = worker.siteFiles;
const root = worker.registration.scope;
/** A host may have several copies of the site, at different paths. */
const CACHE = `argmap-site ${root}`;

/** Where a file is in the cache: a file with another content has another key, so no version changes the files of another. */
const cacheKey = ([path, hash]: ListedFile): string => `${root}${path}?hash=${hash}`;

const listedFiles = new Map([...first, ...later].map((file) => [root + file[0], file]));

worker.addEventListener("install", (event) => {
  event.waitUntil(Promise.all(first.map(loadFile)));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(removeOldFiles().then(() => worker.clients.claim()));
});

worker.addEventListener("message", (event) => {
  // Sent by the only page that is open, which then reloads.
  if (event.data === "take over") event.waitUntil(worker.skipWaiting());
  if (event.data === "cache playground") event.waitUntil(cachePlayground());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const file = request.method === "GET" ? findFile(request.url) : undefined;
  if (file !== undefined) event.respondWith(loadFile(file));
});

/** Returns the file at an address. Hosts may leave out `.html` and the names of index files. */
function findFile(address: string): ListedFile | undefined {
  const url = new URL(address);
  const path = url.origin + url.pathname;
  const candidates = [path, `${path}index.html`, `${path}/index.html`, `${path}.html`];
  return candidates.map((candidate) => listedFiles.get(candidate)).find((file) => file !== undefined);
}

/** Returns a file from the cache, or loads it into the cache. */
async function loadFile(file: ListedFile): Promise<Response> {
  const cache = await caches.open(CACHE);
  const cached = await cache.match(cacheKey(file));
  if (cached !== undefined) return cached;
  // The browser's own cache may have the file of an earlier version.
  const response = await fetch(root + file[0], { cache: "no-cache" });
  if (!response.ok) throw new Error(`${file[0]} could not be loaded: ${response.status}`);
  // A browser refuses to open a page from a redirected response, and some hosts redirect from “language.html” to “language”.
  const { status, headers } = response;
  const direct = response.redirected ? new Response(await response.blob(), { status, headers }) : response;
  await cache.put(cacheKey(file), direct.clone());
  return direct;
}

/** Loads one file after the other, to leave the connection to the page. */
async function cachePlayground(): Promise<void> {
  for (const file of later) await loadFile(file);
}

async function removeOldFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  const current = new Set([...listedFiles.values()].map(cacheKey));
  for (const { url } of await cache.keys()) if (!current.has(url)) await cache.delete(url);
}
