/** One line as the formatter writes it, its indentation aside. */
import type { Line } from "../../core/language/entry.ts";
import type { Head } from "../../core/language/head.ts";
import { byteOrderMark } from "../../core/language/scanLine.ts";

/** What stands on a line from its first character on, a byte-order mark left out: one space where one belongs, none at its end. */
export function formatLine({ scanned, owner }: Line): string {
  const { raw } = scanned;
  switch (scanned.kind) {
    case "blank":
      return "";
    case "heading":
      return `${"#".repeat(scanned.level)} ${raw.slice(scanned.textStart).trimEnd()}`;
    case "entry":
      return formatEntry(raw, scanned.head, scanned.textStart);
    case "attribute": {
      const value = raw.slice(scanned.textStart).trimEnd();
      return `${raw.slice(scanned.key.start, scanned.key.end)}:${value === "" ? "" : ` ${value}`}`;
    }
    case "text":
      // What belongs to nothing is left as it is.
      return owner === undefined
        ? raw.slice(byteOrderMark(raw).length + scanned.indent.length)
        : `${scanned.isEscaped ? "\\" : ""}${raw.slice(scanned.textStart).trimEnd()}`;
    case "comment":
      return raw.slice(byteOrderMark(raw).length + scanned.indent.length).trimEnd();
    case "unreadable":
      return raw.slice(byteOrderMark(raw).length);
  }
}

function formatEntry(raw: string, head: Head, textStart: number): string {
  // What cannot be read is left to whoever writes it.
  if (head.form === "broken" || head.error !== undefined) return raw.slice(head.start).trimEnd();
  const words = formatHead(raw.slice(head.start, head.form === "bare" ? raw.length : textStart));
  const text = head.form === "bare" ? "" : raw.slice(textStart).trimEnd();
  return text === "" ? words : `${words} ${text}`;
}

/** Words of a head with one space between them, none before a comma or the colon. */
const formatHead = (head: string): string =>
  head
    .trim()
    .replaceAll(/[\s\p{Zs}]+/gu, " ")
    .replaceAll(/ ?, ?/g, ", ")
    .replaceAll(/ ?: ?$/g, ":");
