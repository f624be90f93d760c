/** One line as the formatter writes it, its indentation aside. */
import type { Head } from "../../core/language/head.ts";
import type { Line } from "../../core/language/lineList.ts";
import { markOf } from "../../core/language/scanLine.ts";

/** What stands on a line from its first character on, a byte-order mark left out: one space where one belongs, none at its end. */
export function tidied({ reading, owner }: Line): string {
  const { raw } = reading;
  switch (reading.kind) {
    case "blank":
      return "";
    case "heading":
      return `${"#".repeat(reading.level)} ${raw.slice(reading.textStart).trimEnd()}`;
    case "entry":
      return tidiedEntry(raw, reading.head, reading.textStart);
    case "attribute": {
      const value = raw.slice(reading.textStart).trimEnd();
      return `${raw.slice(reading.key.start, reading.key.end)}:${value === "" ? "" : ` ${value}`}`;
    }
    case "text":
      // What belongs to nothing is left as it is.
      return owner === undefined
        ? raw.slice(markOf(raw).length + reading.indent.length)
        : `${reading.escaped ? "\\" : ""}${raw.slice(reading.textStart).trimEnd()}`;
    case "comment":
      return raw.slice(markOf(raw).length + reading.indent.length).trimEnd();
    case "unreadable":
      return raw.slice(markOf(raw).length);
  }
}

function tidiedEntry(raw: string, head: Head, textStart: number): string {
  // What cannot be read is left to whoever writes it.
  if (head.form === "broken" || head.fault !== undefined) return raw.slice(head.start).trimEnd();
  const words = tidiedHead(raw.slice(head.start, head.form === "bare" ? raw.length : textStart));
  const text = head.form === "bare" ? "" : raw.slice(textStart).trimEnd();
  return text === "" ? words : `${words} ${text}`;
}

/** Words of a head with one space between them, none before a comma or the colon. */
const tidiedHead = (words: string): string =>
  words
    .trim()
    .replaceAll(/[\s\p{Zs}]+/gu, " ")
    .replaceAll(/ ?, ?/g, ", ")
    .replaceAll(/ ?: ?$/g, ":");
