/** The text of the map of an element, and the sentences that say why there is none. */
import type { MapFile } from "../../server/core/language/map.ts";
import { counted } from "../../server/core/strings/english.ts";

/** A reason why a map cannot be drawn, as a sentence for the reader of the page. */
export class MapError extends Error {}

/** Returns the text of the map that an element contains: that of a script of type `text/argmap`, or else its own. */
export function ownText(element: HTMLElement): string {
  const script = element.querySelector('script[type="text/argmap"]');
  return withoutMargin((script ?? element).textContent ?? "");
}

/** Removes the indentation that all lines of a text have, as a map is indented with the page around it. */
export function withoutMargin(text: string): string {
  const lines = text.replace(/^[ \t]*\r?\n/, "").split("\n");
  const margins = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0] ?? "");
  const [first = "", ...others] = margins;
  let length = first.length;
  for (const margin of others) while (!margin.startsWith(first.slice(0, length))) length--;
  return lines.map((line) => line.slice(length)).join("\n");
}

/** Returns the address that the attribute `src` of an element names. */
export function addressOf(src: string, baseAddress: string): string {
  // Relative to the page, an empty address would be the page itself.
  if (src.trim() === "") throw new MapError("“src” is empty. Set “src” to the address of a map.");
  if (!URL.canParse(src, baseAddress))
    throw new MapError(`“${src}” is not an address. Set “src” to the address of a map.`);
  return new URL(src, baseAddress).href;
}

/** Loads the text at an address. A web page is an error: many hosts answer with one if there is no such file. */
export async function fetchText(address: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new MapError(
      `The map at ${address} could not be loaded. Check its address, and whether this page may load it.`,
    );
  });
  if (!response.ok)
    throw new MapError(
      `The map at ${address} could not be loaded: the server answered ${response.status}. Check the address.`,
    );
  if (WEB_PAGE.test(response.headers.get("content-type") ?? ""))
    throw new MapError(
      `The server sent a web page instead of the map at ${address}. Check the address, and that the server sends maps as “text/plain”.`,
    );
  return response.text();
}

/** The media types of web pages, with or without parameters. */
const WEB_PAGE = /^\s*(text\/html|application\/xhtml\+xml)\s*(;|$)/i;

const MAX_MISTAKES = 3;

/** Returns sentences about lines of a map that cannot be read, and about maps that it imports but that could not be loaded. */
export function mistakesIn({ syntax, imports }: MapFile): readonly string[] {
  const unreadable = [...syntax.entries.values()].flatMap(({ line, head: { error } }) =>
    error ? [{ line, message: error.message }] : [],
  );
  const missing = imports.flatMap(({ entry: { line, text }, target }) =>
    target.state === "missing" ? [{ line, message: `The map “${text}” could not be loaded. Check its address.` }] : [],
  );
  const mistakes = [...unreadable, ...missing]
    .map(({ line, message }) => ({ number: syntax.lines.numberOf(line) + 1, message }))
    .sort((a, b) => a.number - b.number);
  const shown = mistakes.slice(0, MAX_MISTAKES).map(({ number, message }) => `Line ${number}: ${message}`);
  const rest = mistakes.length - shown.length;
  return rest > 0 ? [...shown, `${counted(rest, "more line")} cannot be read.`] : shown;
}
