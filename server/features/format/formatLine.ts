/** Formats one line, without its indentation. */
import type { Line } from "../../core/language/entry.ts";
import type { Head } from "../../core/language/head.ts";
import { byteOrderMark } from "../../core/language/parsing/scanLine.ts";

/** The formatted content of a line, without byte-order mark, indentation and trailing space. */
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
      // Text without an owner is an error and stays as written.
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
  // A head with a syntax error stays as written.
  if (head.form === "broken" || head.error !== undefined) return raw.slice(head.start).trimEnd();
  const words = formatHead(raw.slice(head.start, head.form === "bare" ? raw.length : textStart));
  const text = head.form === "bare" ? "" : raw.slice(textStart).trimEnd();
  return text === "" ? words : `${words} ${text}`;
}

/** A head with one space between words and none before a comma or the colon. */
const formatHead = (head: string): string =>
  head
    .trim()
    .replaceAll(/[\s\p{Zs}]+/gu, " ")
    .replaceAll(/ ?, ?/g, ", ")
    .replaceAll(/ ?: ?$/g, ":");
