/**
 * Detects a known fault of VS Code, and counts and repairs it: now and then, a webview stays blank because its frame waits
 * for its service worker for ever.
 *
 * The frame (`webview/browser/pre/index.html`) waits for the event `controllerchange` if its worker is new or does not
 * control it yet. The event does not come if the worker takes control between that check and `addEventListener`, or if the
 * frame starts to load before the worker is active and appears only after the worker has claimed its clients.
 */
import type { Frame, Page } from "playwright-core";
import { WAIT_LIMIT } from "../support/limits.ts";

/** In milliseconds. Short enough that a webview is repaired long before a test stops waiting for it. */
const CHECK_INTERVAL = WAIT_LIMIT / 90;

/** Set by the script below, in the frames of webviews. */
declare const argmapAwaitsWorker: boolean | undefined;

export interface WebviewWorkers {
  /** How many webviews stayed blank and were repaired. */
  readonly faults: number;
  stop(): void;
}

/** Watches all webviews that are created in a window from now on. */
export async function watchWebviewWorkers(page: Page): Promise<WebviewWorkers> {
  await page.addInitScript(recordWait);
  /** The frames that were stuck at the last check. A frame that is stuck twice in a row has the fault. */
  let suspects: ReadonlySet<Frame> = new Set();
  let faults = 0;
  let isChecking = false;

  async function check(): Promise<void> {
    const stuck = new Set<Frame>();
    for (const frame of page.frames()) {
      // A frame that is removed during the check is not stuck.
      const state = await frame.evaluate(workerState).catch(() => undefined);
      if (state !== "missed event" && state !== "not claimed") continue;
      if (!suspects.has(frame)) {
        stuck.add(frame);
        continue;
      }
      faults++;
      console.log(`  ⚠ VS Code's known fault: a webview waits for its service worker (${state}). Repaired.`);
      await repair(frame, state).catch((error: unknown) => console.log(`  ⚠ The repair failed: ${error}`));
    }
    suspects = stuck;
  }

  const timer = setInterval(() => {
    if (isChecking) return;
    isChecking = true;
    check().finally(() => {
      isChecking = false;
    });
  }, CHECK_INTERVAL);
  return {
    get faults() {
      return faults;
    },
    stop: () => clearInterval(timer),
  };
}

/** Runs in each frame before its own scripts: records whether the frame of a webview waits for its worker. */
function recordWait(): void {
  if (!location.pathname.endsWith("/webview/browser/pre/index.html")) return;
  // Undefined in a document without a secure context.
  const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (!container) return;
  container.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
    if (type === "controllerchange") Object.assign(globalThis, { argmapAwaitsWorker: true });
    EventTarget.prototype.addEventListener.call(container, type, listener, options);
  };
  EventTarget.prototype.addEventListener.call(container, "controllerchange", () =>
    Object.assign(globalThis, { argmapAwaitsWorker: false }),
  );
}

/** Runs in a frame: whether it waits for a worker that is active already, and why. */
async function workerState(): Promise<"fine" | "missed event" | "not claimed"> {
  if (typeof argmapAwaitsWorker === "undefined" || !argmapAwaitsWorker) return "fine";
  const registration = await navigator.serviceWorker.getRegistration();
  const isActive = registration?.active?.state === "activated" && !registration.installing && !registration.waiting;
  if (!isActive) return "fine";
  return navigator.serviceWorker.controller ? "missed event" : "not claimed";
}

async function repair(frame: Frame, state: "missed event" | "not claimed"): Promise<void> {
  if (state === "missed event") {
    await frame.evaluate(() => void navigator.serviceWorker.dispatchEvent(new Event("controllerchange")));
    return;
  }
  // The event follows when the worker claims the frame.
  for (const worker of frame.page().context().serviceWorkers()) await worker.evaluate("clients.claim()");
}
