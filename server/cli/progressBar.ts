/** A progress bar on stderr, for long runs. Nothing is printed if stderr is not a terminal. */

/** Shows how much of a run is done. */
export interface ProgressBar {
  /** One more step is done. */
  readonly advance: (steps?: number) => void;
  /** Removes the bar. */
  readonly end: () => void;
}

/** In milliseconds. A run that is over by then shows no bar. */
const DELAY = 500;
/** In milliseconds, between two drawings. */
const INTERVAL = 100;
const WIDTH = 30;

/** The stream on which the bar is drawn. */
export type ProgressStream = Pick<NodeJS.WriteStream, "write" | "isTTY">;

/**
 * Starts a bar.
 *
 * @param label what is done: “Checking maps”
 * @param total the number of steps
 */
export function startProgress(
  label: string,
  total: number,
  stream: ProgressStream = process.stderr,
  now: () => number = Date.now,
): ProgressBar {
  if (!stream.isTTY) return { advance() {}, end() {} };
  const start = now();
  let done = 0;
  let drawnAt: number | undefined;
  return {
    advance(steps = 1) {
      done += steps;
      const time = now();
      if (time - start < DELAY || time - (drawnAt ?? 0) < INTERVAL) return;
      drawnAt = time;
      stream.write(`\r${label} ${bar(done / total)} ${done} of ${total}\u001b[K`);
    },
    end() {
      if (drawnAt !== undefined) stream.write("\r\u001b[K");
    },
  };
}

function bar(share: number): string {
  const filled = Math.round(WIDTH * Math.min(1, share));
  return `[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}]`;
}
