/** Outlines as text: Kialo's export, and numbered or bulleted lists in Markdown or plain text. */
import { ImportError } from "../format.ts";
import {
  type Outline,
  type OutlineItemDraft,
  type OutlineSection,
  type OutlineSource,
  parseRole,
} from "./outlineItem.ts";
import {
  BULLET,
  FOOTNOTE,
  HEADING,
  MARK,
  NUMBERED,
  referenceIn,
  SOURCES,
  THEMATIC_BREAK,
  unescapeMark,
} from "./outlineMarks.ts";
import { parseSource } from "./outlineSource.ts";

/** An item that is open while lines are read. */
interface OpenItem {
  readonly item: OutlineItemDraft;
  /** How deep it is: the number of parts of its number, or the column of its list mark. */
  readonly indent: number;
  /** Where its list mark is in its line. */
  readonly column: number;
}

/** The definition of a footnote. */
interface Footnote {
  text: string;
  readonly line: number;
  isUsed: boolean;
}

const TITLE = /^(?:Discussion (?:Title|Name)|Debate|Title)\s*[:：]\s*(.+)$/i;

/** Reads an outline. Throws {@link ImportError} if the text has none. */
export function readOutlineText(text: string): Outline {
  return new TextReader().read(text);
}

/** Items with a number of several parts are deeper the more parts it has, but never as deep as an indented one. */
const PATH_INDENT = 1_000_000;

class TextReader {
  #title: string | undefined;
  readonly #sections: OutlineSection[] = [{ heading: undefined, level: 0, items: [] }];
  #open: OpenItem[] = [];
  /** The open items at each numbered item of the section, from the root to the item itself. */
  readonly #openAt = new Map<string, readonly OpenItem[]>();
  readonly #footnotes = new Map<string, Footnote>();
  readonly #items: OutlineItemDraft[] = [];
  #isInSources = false;
  /** What a line without a mark goes on with: an item or a footnote. */
  #current: { text: string } | undefined;
  #isAfterBlankLine = false;
  /** Lines that belong to no item. */
  readonly #strayLines: number[] = [];
  /** Lines of items below a number that the text does not have. */
  readonly #orphanLines: number[] = [];

  read(text: string): Outline {
    const lines = text.split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
      const isBlank = line.trim() === "" || THEMATIC_BREAK.test(line);
      if (!isBlank && isSourcesHeading(lines, index)) {
        this.#isInSources = true;
        this.#current = undefined;
      } else if (!isBlank) this.#readLine(line.replaceAll("\t", "    "), index + 1);
      this.#isAfterBlankLine = isBlank;
    }
    if (this.#items.length === 0)
      throw new ImportError(
        "The text has no list: write each item on a line of its own that begins with “-” or a number.",
        this.#strayLines[0],
      );
    for (const item of this.#items) this.#resolve(item);
    for (const { children } of this.#items) sortByNumber(children);
    for (const { line, isUsed } of this.#footnotes.values()) if (!isUsed) this.#strayLines.push(line);
    return {
      title: this.#title,
      sections: this.#sections,
      strayLines: this.#strayLines,
      orphanLines: this.#orphanLines,
    };
  }

  #readLine(line: string, number: number): void {
    const footnote = FOOTNOTE.exec(line);
    if (footnote !== null && (this.#isInSources || /^\s*\[\^?[^\]]+\]:/.test(line))) {
      const [, mark = "", source = ""] = footnote;
      const read: Footnote = { text: source.trim(), line: number, isUsed: false };
      this.#footnotes.set(mark, read);
      this.#current = read;
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
      const place = { indent: isPath ? parts.length - PATH_INDENT : indent.length, column: indent.length };
      this.#addItem(place, content, number, parts.join("."));
      return;
    }
    const bullet = BULLET.exec(line);
    if (bullet !== null && !this.#isInSources) {
      const column = bullet[1]?.length ?? 0;
      this.#addItem({ indent: column, column }, bullet[3] ?? "", number);
      return;
    }
    const title = this.#items.length === 0 ? TITLE.exec(line.trim()) : null;
    if (title !== null) this.#title = title[1]?.trim();
    else this.#continue(line, number);
  }

  #addHeading(level: number, text: string): void {
    this.#open.length = 0;
    this.#openAt.clear();
    this.#current = undefined;
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

  #addItem(place: Omit<OpenItem, "item">, content: string, line: number, number?: string): void {
    // Items need not be in the order of their numbers.
    let above = numberAbove(number);
    while (above !== undefined && !this.#openAt.has(above)) above = numberAbove(above);
    if (above !== undefined) this.#open = [...(this.#openAt.get(above) ?? [])];
    while ((this.#open.at(-1)?.indent ?? Number.NEGATIVE_INFINITY) >= place.indent) this.#open.pop();
    if (above !== numberAbove(number) && this.#open.length > 0) this.#orphanLines.push(line);
    const { role, text } = parseRole(content.trim());
    const item: OutlineItemDraft = { role, text, children: [], line, number };
    const parent = this.#open.at(-1)?.item;
    (parent?.children ?? this.#sections.at(-1)?.items)?.push(item);
    this.#open.push({ ...place, item });
    if (number !== undefined) this.#openAt.set(number, [...this.#open]);
    this.#items.push(item);
    this.#current = item;
  }

  /** A line without a mark: it goes on with the line before it, or, after a blank line, begins a paragraph of an item. */
  #continue(line: string, number: number): void {
    const text = line.trim();
    if (this.#items.length === 0 && this.#title === undefined) this.#title = text;
    else if (this.#isAfterBlankLine && !this.#isInSources) this.#addParagraph(text, line.search(/\S/), number);
    else if (this.#current === undefined) this.#strayLines.push(number);
    else this.#current.text = `${this.#current.text} ${text}`.trim();
  }

  /** A paragraph belongs to the last item that it is indented under. At the left edge, it is under none. */
  #addParagraph(text: string, column: number, line: number): void {
    const item = this.#open.findLast((open) => open.column < column)?.item;
    this.#current = item;
    if (item === undefined) this.#strayLines.push(line);
    else item.text = `${item.text}\n\n${unescapeMark(text)}`.trim();
  }

  /** Reads references and footnotes, whose definitions may come later. */
  #resolve(item: OutlineItemDraft): void {
    item.sameAs = referenceIn(item.text);
    if (item.sameAs !== undefined) {
      item.text = "";
      return;
    }
    item.text = unescapeMark(item.text);
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

/** Returns the number of the item that one with this number is below: `1.2` for `1.2.1`. */
const numberAbove = (number: string | undefined): string | undefined =>
  number?.includes(".") === true ? number.slice(0, number.lastIndexOf(".")) : undefined;

/** Sorts items whose numbers have several parts. A list with simple numbers keeps its order. */
function sortByNumber(items: OutlineItemDraft[]): void {
  if (items.every(({ number }) => numberAbove(number) !== undefined)) items.sort(compareNumbers);
}

function compareNumbers({ number: a = "" }: OutlineItemDraft, { number: b = "" }: OutlineItemDraft): number {
  const [first, second] = [a.split("."), b.split(".")];
  const differs = first.findIndex((part, at) => part !== second[at]);
  return Number(first[differs] ?? 0) - Number(second[differs] ?? 0);
}

/** Whether a line is the heading of the footnotes. One with number signs may be a section that has this title. */
function isSourcesHeading(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? "";
  if (!SOURCES.test(line)) return false;
  if (!line.startsWith("#")) return true;
  let next = index + 1;
  while (lines[next]?.trim() === "") next++;
  return FOOTNOTE.test(lines[next] ?? "");
}
