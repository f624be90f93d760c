/** Registers the service worker, so that the site also works offline. Every page loads this script from the root of the site. */

/** The types of this project are those of workers, whose pages cannot be loaded again. */
declare const location: { readonly protocol: string; readonly pathname: string; reload(): void };

// Pages that are opened from the disk have no service workers.
if (location.protocol.startsWith("http") && "serviceWorker" in navigator) {
  register().catch((error: unknown) => console.warn("The site cannot be used offline.", error));
}

async function register(): Promise<void> {
  const root = new URL(".", import.meta.url);
  const { waiting } = await navigator.serviceWorker.register(new URL("sw.js", root));
  if (waiting) {
    // A newer version waits as long as pages of the older one are open. If this is the only one, it takes over now.
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("activate");
  }
  const { active } = await navigator.serviceWorker.ready;
  if (location.pathname.startsWith(`${root.pathname}playground/`)) active?.postMessage("cache playground");
}
