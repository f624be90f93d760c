/** Registers the service worker, so that the site also works offline. Every page loads this script from the root of the site. */

// Pages that are opened from the disk have no service workers.
if (location.protocol.startsWith("http") && "serviceWorker" in navigator) {
  register().catch((error: unknown) => console.warn("The site cannot be used offline.", error));
}

async function register(): Promise<void> {
  const root = new URL(".", import.meta.url);
  await navigator.serviceWorker.register(new URL("sw.js", root));
  const { active } = await navigator.serviceWorker.ready;
  if (location.pathname.startsWith(`${root.pathname}playground/`)) active?.postMessage("cache playground");
}
