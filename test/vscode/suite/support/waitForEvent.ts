/** Waits for events of VS Code, and polls its commands. */
import type { Event } from "vscode";
import { WAIT_LIMIT } from "../../../support/limits.ts";

/** Resolves with the first truthy value of a condition, which is evaluated now and after each of the events. */
export async function waitForEvent<T>(
  events: readonly Event<never>[] | readonly Event<unknown>[],
  condition: () => T | undefined | false,
): Promise<T> {
  const current = condition();
  if (current) return current;
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`Never true: ${condition}`));
    }, WAIT_LIMIT);
    const subscriptions = events.map((event: Event<unknown>) =>
      event(() => {
        const result = condition();
        if (!result) return;
        finish();
        resolve(result);
      }),
    );
  });
}

/** Repeats a request until its answer is as expected, for example because the server is still reading files. */
export async function poll<Answer>(
  request: () => Thenable<Answer>,
  isExpected: (answer: Answer) => boolean,
): Promise<Answer> {
  for (const deadline = Date.now() + WAIT_LIMIT; Date.now() < deadline; ) {
    const answer = await request();
    if (isExpected(answer)) return answer;
  }
  throw new Error(`Never true: ${isExpected}`);
}
