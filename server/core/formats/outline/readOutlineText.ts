/** Outlines as text: Kialo's export, and numbered or bulleted lists in Markdown or plain text. */
import { ImportError } from "../format.ts";
import {
  isQuestion,
  type Outline,
  type OutlineItem,
  type OutlineItemDraft,
  type OutlineSection,
  type OutlineSource,
  parseRole,
  roleLabels,
} from "./outlineItem.ts";

/** An item that is open while lines are read. */
interface OpenItem {
  readonly item: OutlineItemDraft;
  /** How deep it is: the number of parts of its number, or the column of its list mark. */
  readonly indent: number;
}

/** The definition of a footnote. */
interface Footnote {
  text: string;
  readonly line: number;
  isUsed: boolean;
}

const HEADING = /^(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;
const TITLE = /^(?:Discussion (?:Title|Name)|Debate|Title)\s*[:：]\s*(.+)$/i;
const NUMBERED = /^(\s*)(\d+(?:\.\d+)+\.?|\d+[.)])\s+(.*)$/;
const BULLET = /^(\s*)([-*+•–▪◦·])\s+(.*)$/;
const FOOTNOTE = /^\s*\[\^?([^\]\s]+)\]:?\s+(.*)$/;
const SOURCES = /^(?:#+\s*)?(?:Sources|References|Footnotes)\s*:?\s*$/i;
const SEE = /^(?:->|→|=>)?\s*(?:see|siehe|voir|véase)\s+(\d+(?:\.\d+)*)\.?\s*$/i;
/** A line between two parts of a Markdown text. */
const THEMATIC_BREAK = /^([-*_])(?:\s*\1){2,}$/;
const MARK = /\s*\[\^?([^\]\s]+)\](?!\()/g;

/** Reads an outline. Throws {@link ImportError} if the text has none. */
export function readOutlineText(text: string): Outline {
  return new TextReader().read(text);
}

class TextReader {
  #title: string | undefined;
  readonly #sections: OutlineSection[] = [{ heading: undefined, level: 0, items: [] }];
  readonly #open: OpenItem[] = [];
  readonly #footnotes = new Map<string, Footnote>();
  readonly #items: OutlineItemDraft[] = [];
  #isInSources = false;
  #lastFootnote: Footnote | undefined;
  /** Lines that belong to no item. */
  readonly #strayLines: number[] = [];

  read(text: string): Outline {
    const lines = text.split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) this.#readLine(line.replaceAll("\t", "    "), index + 1);
    if (this.#items.length === 0)
      throw new ImportError(
        "The text has no list: write each item on a line of its own that begins with “-” or a number.",
        this.#strayLines[0],
      );
    for (const item of this.#items) this.#resolve(item);
    for (const { line, isUsed } of this.#footnotes.values()) if (!isUsed) this.#strayLines.push(line);
    return { title: this.#title, sections: this.#sections, strayLines: this.#strayLines };
  }

  #readLine(line: string, number: number): void {
    if (line.trim() === "" || THEMATIC_BREAK.test(line.trim())) return;
    if (SOURCES.test(line.trim())) {
      this.#isInSources = true;
      return;
    }
    const footnote = FOOTNOTE.exec(line);
    if (footnote !== null && (this.#isInSources || /^\s*\[\^?[^\]]+\]:/.test(line))) {
      const [, mark = "", source = ""] = footnote;
      this.#lastFootnote = { text: source.trim(), line: number, isUsed: false };
      this.#footnotes.set(mark, this.#lastFootnote);
      return;
    }
    const heading = HEADING.exec(line);
    if (heading !== null) {
      this.#addHeading(heading[1]?.length ?? 1, heading[2] ?? "");
      return;
    }
    const numbered = NUMBERED.exec(line);
    if (numbered !== null && !this.#isInSources) {
      const [, indent = "", mark = "", content = ""] = numbered;
      const parts = mark.replace(/[.)]$/, "").split(".");
      // A number of several parts says how deep it is; a simple one at the left edge is a root.
      const isPath = parts.length > 1 || indent === "";
      this.#addItem(isPath ? parts.length - 1000 : indent.length, content, number, parts.join("."));
      return;
    }
    const bullet = BULLET.exec(line);
    if (bullet !== null && !this.#isInSources) {
      this.#addItem(bullet[1]?.length ?? 0, bullet[3] ?? "", number);
      return;
    }
    const title = this.#items.length === 0 ? TITLE.exec(line.trim()) : null;
    if (title !== null) this.#title = title[1]?.trim();
    else this.#continue(line.trim(), number);
  }

  #addHeading(level: number, text: string): void {
    this.#open.length = 0;
    this.#isInSources = false;
    if (this.#title === undefined && level === 1 && this.#items.length === 0) this.#title = text;
    // Below the title, the sections begin one level deeper.
    else
      this.#sections.push({
        heading: text,
        level: this.#title === undefined ? level : Math.max(1, level - 1),
        items: [],
      });
  }

  #addItem(indent: number, content: string, line: number, number?: string): void {
    while ((this.#open.at(-1)?.indent ?? Number.NEGATIVE_INFINITY) >= indent) this.#open.pop();
    const { role, text } = parseRole(content.trim());
    const item: OutlineItemDraft = { role, text, children: [], line, number };
    const parent = this.#open.at(-1)?.item;
    (parent?.children ?? this.#sections.at(-1)?.items)?.push(item);
    this.#open.push({ item, indent });
    this.#items.push(item);
  }

  /** A line that goes on with the item, or the footnote, before it. */
  #continue(text: string, line: number): void {
    const item = this.#open.at(-1)?.item;
    if (this.#isInSources) {
      if (this.#lastFootnote === undefined) this.#strayLines.push(line);
      else this.#lastFootnote.text += ` ${text}`;
    } else if (item !== undefined) item.text = `${item.text} ${text}`.trim();
    else if (this.#items.length === 0 && this.#title === undefined) this.#title = text;
    else this.#strayLines.push(line);
  }

  /** Reads references and footnotes, whose definitions may come later. */
  #resolve(item: OutlineItemDraft): void {
    const see = SEE.exec(item.text);
    if (see !== null) {
      item.sameAs = see[1];
      item.text = "";
      return;
    }
    const sources: OutlineSource[] = [];
    item.text = item.text.replace(MARK, (mark, key: string) => {
      const footnote = this.#footnotes.get(key);
      if (footnote === undefined) return mark;
      footnote.isUsed = true;
      sources.push(parseSource(footnote.text));
      return "";
    });
    if (sources.length > 0) item.sources = sources;
  }
}

/** Words in quotation marks, which may contain quotation marks themselves. */
const QUOTED = /^“((?:[^“”]|“[^“”]*”)+)”/;

/** Reads a footnote: the words of a quote, the title of the source, a page, an address. */
export function parseSource(footnote: string): OutlineSource {
  const link = /\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)/.exec(footnote);
  const url = link?.[2] ?? /https?:\/\/[^\s<>)\]]+/.exec(footnote)?.[0];
  const words = QUOTED.exec(footnote)?.[1] ?? "";
  const page = /\bp(?:p|age)?\.?\s+(\d+(?:[–-]\d+)?)\b/.exec(footnote)?.[1];
  const rest = footnote
    .replace(QUOTED, "")
    .replace(/^\s*[—–-]\s*/, "")
    .replace(/\[([^\]]+)\]\(https?:\/\/[^)\s]+\)/, "$1")
    .replace(link === null && url !== undefined ? url : "", "")
    .replace(/,?\s*\bp(?:p|age)?\.?\s+\d+(?:[–-]\d+)?\b/, "")
    .replace(/[\s,;:<>()]+$/, "")
    .trim();
  return { title: rest || (url ?? footnote), url, words, page: page?.replace("–", "-") };
}

/** How the items of a text are marked. */
export type OutlineStyle = "kialo" | "bullets";

/** Writes an outline as text. Sources are footnotes. */
export function writeOutlineText({ title = "", sections }: Outline, style: OutlineStyle): string {
  const lines: string[] = style === "kialo" ? [`Discussion Title: ${oneLine(title)}`, ""] : [`# ${oneLine(title)}`, ""];
  const footnotes: { readonly key: number; readonly source: OutlineSource }[] = [];
  const taken = marksIn(sections);
  const addFootnote = (source: OutlineSource): number => {
    let key = (footnotes.at(-1)?.key ?? 0) + 1;
    while (taken.has(`${key}`)) key++;
    footnotes.push({ key, source });
    return key;
  };
  const write = (item: OutlineItem, depth: number): void => {
    const marks = (item.sources ?? [])
      .map((source) => ` [${style === "kialo" ? "" : "^"}${addFootnote(source)}]`)
      .join("");
    const isThesis = item.role === "claim" && depth === 0;
    const isClear = isThesis && parseRole(item.text).role === undefined && !isQuestion(item.text);
    const label = item.role === undefined || isClear ? "" : `${roleLabels[item.role]}: `;
    const content = item.sameAs === undefined ? oneLine(item.text) : `-> See ${item.sameAs}.`;
    const mark = style === "kialo" ? `${item.number}.` : `${"  ".repeat(depth)}-`;
    lines.push(`${mark} ${label}${content}${marks}`);
    for (const child of item.children) write(child, depth + 1);
  };
  for (const { heading, level, items } of sections) {
    if (heading !== undefined) lines.push("", `${"#".repeat(Math.min(6, level + 1))} ${oneLine(heading)}`, "");
    for (const item of items) write(item, 0);
  }
  if (footnotes.length > 0) lines.push("", ...(style === "kialo" ? ["Sources:", ""] : []));
  for (const { key, source } of footnotes)
    lines.push(`${style === "kialo" ? `[${key}]` : `[^${key}]:`} ${sourceText(source)}`);
  return `${lines.join("\n").trim()}\n`;
}

/** Returns what the texts of items have in square brackets, which would be read as the mark of a footnote. */
function marksIn(sections: Outline["sections"]): ReadonlySet<string> {
  const marks = new Set<string>();
  const waiting = sections.flatMap(({ items }) => items);
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    for (const [, mark = ""] of item.text.matchAll(MARK)) marks.add(mark);
    for (const child of item.children) waiting.push(child);
  }
  return marks;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Returns a source in one line, as {@link parseSource} reads it. */
export function sourceText({ words, title, page, url }: OutlineSource): string {
  const quoted = words === "" ? "" : `“${oneLine(words)}”${title === "" ? "" : " — "}`;
  return `${quoted}${oneLine(title)}${page === undefined ? "" : `, p. ${page}`}${url === undefined ? "" : ` ${url}`}`;
}
