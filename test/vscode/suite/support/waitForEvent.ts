/** Waiting for what VS Code tells, instead of for time to pass. */
import type { Event } from "vscode";

/** Resolves when `holds` gives something true: now, or after one of the events. Mocha's own time limit ends it. */
export async function waitForEvent<T>(
  events: readonly Event<never>[] | readonly Event<unknown>[],
  condition: () => T | undefined | false,
): Promise<T> {
  const current = condition();
  if (current) return current;
  return new Promise((resolve) => {
    const subscriptions = events.map((event: Event<unknown>) =>
      event(() => {
        const result = condition();
        if (!result) return;
        for (const subscription of subscriptions) subscription.dispose();
        resolve(result);
      }),
    );
  });
}
