/**
 * The messages of the page in the language of the document: VS Code's display language in a preview, the language of the map
 * in an exported page. English is part of the page. Each other language is a script of its own, which the document loads
 * before the page (`messagesFile.ts`), so that nobody loads a language that they do not see.
 */
import { en, type Messages } from "./en.ts";

export type { Messages } from "./en.ts";

declare global {
  /** The exports of the script with the messages of the document's language, if it has one: one catalog by its language. */
  var argmapMessages: Readonly<Record<string, Messages>> | undefined;
}

/** The messages of this page. Its language does not change while it is open. */
export const messages: Messages = Object.values(globalThis.argmapMessages ?? {})[0] ?? en;
