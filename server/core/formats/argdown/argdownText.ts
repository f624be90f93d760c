/** Texts, tags and data of Argdown, and how they are written in a map. */
import { type IStatement, RangeType } from "@argdown/core";
import { isValidValue } from "../../language/attributes/values.ts";
import type { GraphAttribute } from "../graph/argumentGraph.ts";
import { paragraphsOf } from "../writeDocument.ts";

const MARKS: ReadonlyMap<string, string> = new Map([
  [RangeType.BOLD, "**"],
  [RangeType.ITALIC, "*"],
]);

/** Returns the text of a statement with its emphasis and links, which Argdown keeps apart. */
export function richText({ text = "", ranges = [] }: IStatement): string {
  const marks: { readonly start: number; readonly end: number; readonly open: string; readonly close: string }[] = [];
  for (const { type, start, stop, url } of ranges) {
    const mark = MARKS.get(type);
    const end = stop + 1 - (/\s+$/u.exec(text.slice(start, stop + 1))?.[0].length ?? 0);
    if (mark !== undefined) marks.push({ start, end, open: mark, close: mark });
    else if (type === RangeType.LINK && url !== undefined) marks.push({ start, end, open: "[", close: `](${url})` });
  }
  // Outer marks open first and close last.
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const insertions = [
    ...marks.toReversed().map(({ end, close }) => ({ at: end, text: close })),
    ...marks.map(({ start, open }) => ({ at: start, text: open })),
  ].sort((a, b) => a.at - b.at);
  let result = "";
  let done = 0;
  for (const { at, text: inserted } of insertions) {
    result += text.slice(done, at) + inserted;
    done = at;
  }
  return (result + text.slice(done)).replaceAll(/[\s\p{Zs}]+/gu, " ").trim();
}

/** Returns data as attributes: allowed keys with a valid value as they are, others with `x-`. */
export function dataAttributes(
  data: Readonly<Record<string, unknown>>,
  allowed: readonly string[],
): readonly GraphAttribute[] {
  return Object.entries(data).map(([key, value]) => {
    const written = paragraphsOf(typeof value === "string" ? value : (JSON.stringify(value) ?? "")).join(" ");
    const isOwn = allowed.includes(key) && isValidValue(key, written);
    return {
      key: isOwn || key.startsWith("x-") ? key : `x-${key.replaceAll(/[\s\p{Zs},:.]+/gu, "-")}`,
      value: written,
    };
  });
}

/** Returns tags as a map writes them. */
export function tagAttribute(tags: readonly string[] = []): readonly GraphAttribute[] {
  const words = tags.map((tag) => tag.replaceAll(/[^\p{L}\p{M}\p{N}_-]+/gu, "-").replaceAll(/^-+|-+$/gu, ""));
  const value = [...new Set(words.filter((word) => word !== ""))].join(", ");
  return value === "" ? [] : [{ key: "tags", value }];
}

/** The first attribute with a key counts. */
export const withoutDuplicates = (attributes: readonly GraphAttribute[]): readonly GraphAttribute[] =>
  attributes.filter(({ key }, at) => attributes.findIndex((one) => one.key === key) === at);

/** `*emphasis*` or `**strong**`, which must not end before a sign that is escaped, or `[words](https://…)`. */
const MARKUP =
  /(?<![*\p{L}\p{N}])(?<mark>\*\*?)(?<inner>[\p{L}\p{N}](?:[^*\n]*[\p{L}\p{N}.!?])?)\k<mark>(?=[).,!?;]*(?:[\s\p{Zs}]|$))|\[[\p{L}\p{N} ]+\]\(https?:\/\/[^()\s]+\)/gu;

/** Returns a text on one line, in which only emphasis and links are marks of Argdown. */
export function escapeText(text: string): string {
  const line = paragraphsOf(text)
    .join(" ")
    .replaceAll(/[\s\p{Zs}]+/gu, " ");
  let result = "";
  let done = 0;
  for (const match of line.matchAll(MARKUP)) {
    const { mark, inner } = match.groups ?? {};
    const marked = mark === undefined || inner === undefined ? match[0] : mark + escapeSigns(inner) + mark;
    result += escapeSigns(line.slice(done, match.index)) + marked;
    done = match.index + match[0].length;
  }
  return result + escapeSigns(line.slice(done));
}

/** Signs with a meaning in Argdown: references, tags, emphasis, comments and data; short codes; marks at the start of a line. */
const SIGNS = /[\\@#*_[\]<>{}/]|[:.](?=[^\s]+[:.])|^[(+=-]|=(?==)|(?<=^\d+)\.|-(?=-)/gu;

const escapeSigns = (text: string): string => text.replaceAll(SIGNS, (sign) => `\\${sign}`);

/** Returns a title without the signs that would end it, and without those that make the bracket before them another mark. */
export const cleanTitle = (title: string): string =>
  title
    .replaceAll(/[[\]<>\n\r]+/gu, " ")
    .replaceAll(/[\s\p{Zs}]+/gu, " ")
    .trim()
    .replace(/^[-+_!><=\s]+/u, "");

/** Returns tags as Argdown writes them after a text: `#cost #(public health)`. */
export const writeTags = (tags: string | undefined): string =>
  (tags ?? "")
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "")
    .map((tag) => ` ${/^[a-zA-Z0-9-]+$/u.test(tag) ? `#${tag}` : `#(${tag})`}`)
    .join("");

/** Returns data as JSON, which is YAML too. Braces in texts would end it. */
export const writeData = (data: Readonly<Record<string, unknown>>): string =>
  Object.keys(data).length === 0
    ? ""
    : ` {${Object.entries(data)
        .map(([key, value]) => `${quote(key)}: ${quote(value)}`)
        .join(", ")}}`;

const quote = (value: unknown): string =>
  JSON.stringify(value).replaceAll("{", "\\u007b").replaceAll("}", "\\u007d").replaceAll("===", "==\\u003d");
