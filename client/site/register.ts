/** Registers the service worker, so that the site also works offline. Every page loads this script from the root of the site. */

/** The types of this project are those of workers, whose pages cannot be loaded again. */
declare const location: { readonly protocol: string; readonly pathname: string; reload(): void };

// Pages that are opened from the disk have no service workers.
if (location.protocol.startsWith("http") && "serviceWorker" in navigator) {
  register().catch((error: unknown) => console.warn("The site cannot be used offline.", error));
}

async function register(): Promise<void> {
  const root = new URL(".", import.meta.url);
  /** Aborted when the reader has begun to use this page. From then on, it does not load itself again. */
  const used = new AbortController();
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => used.abort(), { once: true });
  // A page that has a controller already is told of another one only when a newer version has taken over.
  if (navigator.serviceWorker.controller !== null) {
    const reload = () => !used.signal.aborted && location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  }
  const { waiting } = await navigator.serviceWorker.register(new URL("sw.js", root));
  void keepOpen(`argmap-site ${root}`, waiting, used.signal);
  const { active } = await navigator.serviceWorker.ready;
  if (location.pathname.startsWith(`${root.pathname}playground/`)) active?.postMessage("cache playground");
}

/**
 * Holds a lock as long as the page is open. A newer version of the site waits until no page is open, or only this one, unused:
 * then the lock is free for `waiting` to take over.
 */
async function keepOpen(lock: string, waiting: ServiceWorker | null, used: AbortSignal): Promise<void> {
  if (waiting !== null && !used.aborted) {
    const takeOver = () => waiting.postMessage("take over");
    await navigator.locks.request(lock, { signal: used }, takeOver).catch(() => {}); // Aborted: the page stays as it is.
  }
  await navigator.locks.request(lock, { mode: "shared" }, () => new Promise(() => {}));
}
