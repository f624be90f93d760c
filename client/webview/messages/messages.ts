/**
 * The messages of the page in the language of the document: VS Code's display language in a preview, the language of the map
 * in an exported page. A language is a file with the same fields as `en.ts` and an entry of `catalogs`.
 */
import { en } from "./en.ts";

/** All messages of one language. The compiler demands each of them in each catalog. */
export type Messages = typeof en;

/** The languages of the page, by their primary language subtag. */
const catalogs: ReadonlyMap<string, Messages> = new Map([[en.language, en]]);

/** Returns the messages for a language tag: those of its language, or English if there are none. */
export const messagesFor = (tag: string): Messages => catalogs.get(tag.split("-")[0]?.toLowerCase() ?? "") ?? en;

/** The messages of this page. Its language does not change while it is open. Tests without a document have English ones. */
export const messages: Messages = messagesFor(globalThis.document?.documentElement.lang ?? "");
