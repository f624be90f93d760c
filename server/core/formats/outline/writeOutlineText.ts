/** Writes outlines as text: as Kialo does, or as a nested list in Markdown. */
import {
  eachItem,
  joinLines,
  labelOf,
  type Outline,
  type OutlineItem,
  type OutlineSource,
  paragraphsIn,
} from "./outlineItem.ts";
import { escapeParagraph, escapeReference, MARK } from "./outlineMarks.ts";
import { sourceText } from "./outlineSource.ts";

/** How the items of a text are marked. Only a list of bullets can have items of several paragraphs. */
export type OutlineStyle = "kialo" | "bullets";

/** The deepest heading of Markdown. The title of the map is the first one. */
const MAX_LEVEL = 6;

/** Writes an outline as text. Sources are footnotes. */
export function writeOutlineText({ title = "", sections }: Outline, style: OutlineStyle): string {
  const lines = style === "kialo" ? [`Discussion Title: ${joinLines(title)}`, ""] : [`# ${joinLines(title)}`, ""];
  const footnotes = new Footnotes(sections, style);
  for (const { heading, level, items } of sections) {
    if (heading !== undefined) lines.push("", headingLine(heading, level), "");
    for (const { item, depth } of eachItem(items)) {
      const mark = style === "kialo" ? `${item.number}.` : `${"  ".repeat(depth)}-`;
      const marks = (item.sources ?? []).map((source) => footnotes.add(source)).join("");
      const [first = "", ...rest] = textOf(item, style);
      const text = `${mark} ${labelOf(item, depth)}${first}`;
      // The footnotes follow the last paragraph.
      const paragraphs = [text, ...rest.map((paragraph) => `${"  ".repeat(depth + 1)}${escapeParagraph(paragraph)}`)];
      lines.push(...`${paragraphs.join("\n\n")}${marks}`.split("\n"));
      if (rest.length > 0) lines.push("");
    }
  }
  return `${[...lines, ...footnotes.lines()].join("\n").trim()}\n`;
}

function headingLine(heading: string, level: number): string {
  const text = joinLines(heading);
  // Number signs at the end of a heading are no part of it.
  return `${"#".repeat(Math.min(MAX_LEVEL, level + 1))} ${text}${/(?:^|\s)#+$/.test(text) ? " #" : ""}`;
}

/** Returns the paragraphs of an item. */
function textOf({ sameAs, text }: OutlineItem, style: OutlineStyle): readonly string[] {
  if (sameAs !== undefined) return [`-> See ${sameAs}.`];
  const [first = "", ...rest] = style === "kialo" ? [joinLines(text)] : paragraphsIn(text);
  return [escapeReference(first), ...rest];
}

/** Numbers the footnotes of a text. */
class Footnotes {
  readonly #style: OutlineStyle;
  /** What the texts of items have in square brackets, which would be read as the mark of a footnote. */
  readonly #taken = new Set<string>();
  readonly #lines: string[] = [];
  #last = 0;

  constructor(sections: Outline["sections"], style: OutlineStyle) {
    this.#style = style;
    for (const { item } of eachItem(sections.flatMap(({ items }) => items)))
      for (const [, mark = ""] of item.text.matchAll(MARK)) this.#taken.add(mark);
  }

  /** Adds a source, and returns its mark. */
  add(source: OutlineSource): string {
    do this.#last++;
    while (this.#taken.has(`${this.#last}`));
    const isKialo = this.#style === "kialo";
    this.#lines.push(`${isKialo ? `[${this.#last}]` : `[^${this.#last}]:`} ${sourceText(source)}`);
    return isKialo ? ` [${this.#last}]` : ` [^${this.#last}]`;
  }

  /** Returns the footnotes below the list. */
  lines(): readonly string[] {
    if (this.#lines.length === 0) return [];
    return ["", ...(this.#style === "kialo" ? ["Sources:", ""] : []), ...this.#lines];
  }
}
