import { messages } from "../messages/messages.ts";
import type { Draft } from "./draft.ts";

/** Messages to the user about edits that were not applied. */
export interface Feedback {
  /** Why the last edit was not applied. The next edit clears it. */
  readonly notice: string | undefined;
  /** Messages that contain text which exists nowhere else. They stay until the user dismisses them. */
  readonly unsavedTexts: readonly string[];
}

/** Adds a message. If text of the drafts would be lost, the message includes it and stays until the user dismisses it. */
export function withFeedback<T extends Feedback>(
  feedback: T,
  reason: string,
  ...drafts: readonly (Draft | undefined)[]
): T {
  const texts = drafts.flatMap((draft) => draft?.text.trim() || []);
  if (texts.length === 0) return { ...feedback, notice: reason };
  const message = messages.edits.youWrote(reason, texts);
  return { ...feedback, unsavedTexts: [...feedback.unsavedTexts, message] };
}
