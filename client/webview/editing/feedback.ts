/** What is told of edits that cannot be, and the words that are nowhere else any more. Pure. */
import type { Draft } from "./draft.ts";

export interface Feedback {
  /** Why something cannot be; goes with the next thing that is done. */
  readonly notice: string | undefined;
  /** What has become of words that are nowhere else any more, with these words; until the user puts them away. */
  readonly unsavedTexts: readonly string[];
}

/** Tells why something cannot be. What has been written for it and has no place any more is kept in that. */
export function withFeedback<T extends Feedback>(
  feedback: T,
  reason: string,
  ...drafts: readonly (Draft | undefined)[]
): T {
  const texts = drafts.flatMap((draft) => draft?.text.trim() || []);
  if (texts.length === 0) return { ...feedback, notice: reason };
  const message = `${reason} You wrote: ${texts.map((each) => `“${each}”`).join(" ")}`;
  return { ...feedback, unsavedTexts: [...feedback.unsavedTexts, message] };
}
