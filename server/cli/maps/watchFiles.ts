/** Runs something again whenever files change, until the user stops it. */
import { watch } from "chokidar";

/** In milliseconds. Editors write a file in several steps. */
const SETTLED = 100;

/** One run, which returns the files and folders that the next one depends on. */
export type WatchedRun = () => Promise<readonly string[]>;

/**
 * Runs, and runs again after each change of what the last run depended on. Resolves when the signal aborts.
 *
 * @param onError receives the errors of runs and of watching, which goes on after them
 */
export async function watchFiles(
  first: readonly string[],
  run: WatchedRun,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  const watcher = watch([...first], {
    ignoreInitial: true,
    ignored: (path) => /(?:^|[\\/])(?:node_modules|\.git)$/.test(path),
    awaitWriteFinish: { stabilityThreshold: SETTLED, pollInterval: SETTLED / 2 },
  });
  let isChanged = true;
  let wake: (() => void) | undefined;
  const changed = (): void => {
    isChanged = true;
    wake?.();
  };
  watcher.on("all", changed);
  watcher.on("error", onError);
  signal.addEventListener("abort", () => wake?.());
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  while (!signal.aborted) {
    if (!isChanged) await new Promise<void>((resolve) => (wake = resolve));
    if (signal.aborted) break;
    isChanged = false;
    try {
      watcher.add([...(await run())]);
    } catch (error) {
      onError(error);
    }
  }
  await watcher.close();
}
