/** Waiting for what VS Code tells, instead of for time to pass. */
import type { Event } from "vscode";

/** Resolves when `holds` gives something true: now, or after one of the events. Mocha's own time limit ends it. */
export async function until<T>(
  events: readonly Event<never>[] | readonly Event<unknown>[],
  holds: () => T | undefined | false,
): Promise<T> {
  const now = holds();
  if (now) return now;
  return new Promise((resolve) => {
    const listening = events.map((event: Event<unknown>) =>
      event(() => {
        const then = holds();
        if (!then) return;
        for (const each of listening) each.dispose();
        resolve(then);
      }),
    );
  });
}
