/** Registers the service worker, so that the site also works offline. Every page loads this script from the root of the site. */

/** The types of this project are those of workers, which have no page. */
declare const document: { readonly readyState: string };
declare const location: { readonly protocol: string; readonly pathname: string; reload(): void };
declare global {
  interface WorkerNavigator {
    readonly userActivation: { readonly hasBeenActive: boolean };
  }
}

// Pages that are opened from the disk have no service workers.
if (location.protocol.startsWith("http") && "serviceWorker" in navigator) {
  register().catch((error: unknown) => console.warn("The site cannot be used offline.", error));
}

async function register(): Promise<void> {
  const root = new URL(".", import.meta.url);
  // A page that has a controller already gets another one only when a newer version has taken over.
  if (navigator.serviceWorker.controller !== null) {
    navigator.serviceWorker.addEventListener("controllerchange", () => isUnused() && location.reload(), { once: true });
  }
  const { waiting } = await navigator.serviceWorker.register(new URL("sw.js", root));
  const { active } = await navigator.serviceWorker.ready;
  if (location.pathname.startsWith(`${root.pathname}playground/`)) active?.postMessage("cache playground");
  void holdLock(`argmap-site ${root}`, waiting);
}

/** Returns whether the reader has only looked at the page and its frames so far, so that a reload loses nothing. */
const isUnused = (): boolean => !navigator.userActivation.hasBeenActive;

/** Resolves after the page's `load` event. Workers, and what scripts fetch, may still be loading. */
async function whenLoaded(): Promise<void> {
  if (document.readyState === "complete") return;
  await new Promise<void>((resolve) => addEventListener("load", () => resolve(), { once: true }));
}

/**
 * Holds a lock until the page is left. The pages of the site get it in the order in which they were opened. If this is the only
 * one that is left, and it is unused, the newer version that was waiting takes over.
 */
function holdLock(name: string, waiting: ServiceWorker | null): Promise<never> {
  return navigator.locks.request(name, async () => {
    // The newer worker takes over once the old one has ended. A request of this page would start the old one again.
    await whenLoaded();
    const { pending = [] } = await navigator.locks.query();
    if (isUnused() && !pending.some((other) => other.name === name)) waiting?.postMessage("take over");
    return new Promise<never>(() => {});
  });
}
