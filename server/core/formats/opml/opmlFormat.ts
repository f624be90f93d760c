/** OPML, which outliners exchange: each outline is an item, and its text says whether it is a pro or a con. */
import { escapeXml } from "../../strings/escapeXml.ts";
import {
  type Exported,
  type ExportedMap,
  type FormatModule,
  ImportError,
  type Imported,
  type ImportedFile,
} from "../format.ts";
import { graphToOutline } from "../outline/graphToOutline.ts";
import {
  eachItem,
  joinLines,
  type OutlineItem,
  type OutlineSection,
  type OutlineSource,
  paragraphsIn,
  parseRole,
  roleLabels,
} from "../outline/outlineItem.ts";
import { parseSource, sourceText } from "../outline/outlineSource.ts";
import { outlineToGraph } from "../outline/outlineToGraph.ts";
import { parseXml, type XmlElement } from "../parseXml.ts";

function write({ graph, fileName }: ExportedMap): Exported {
  const { outline, omissions } = graphToOutline(graph);
  const lines: string[] = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeXml(outline.title ?? fileName)}</title></head>`,
    "  <body>",
  ];
  const writer = new ElementWriter(lines, "    ");
  const levels: number[] = [];
  for (const { heading, level, items } of outline.sections) {
    if (heading !== undefined) {
      while ((levels.at(-1) ?? 0) >= level) levels.pop();
      writer.add(levels.length, { text: heading, type: "section", level: levelText(level, levels.length + 1) });
      levels.push(level);
    }
    for (const { item, depth } of eachItem(items)) writer.add(levels.length + depth, attributesOf(item));
  }
  writer.end();
  return { content: `${[...lines, "  </body>", "</opml>"].join("\n")}\n`, omissions: omissions.list };
}

/** The level of a section is how deep it is, unless the map leaves a level out. */
const levelText = (level: number, depth: number): string | undefined => (level === depth ? undefined : String(level));

function attributesOf(item: OutlineItem): Readonly<Record<string, string | undefined>> {
  const { role, sameAs, number } = item;
  const label = role === undefined ? "" : `${roleLabels[role]}: `;
  const isReference = sameAs !== undefined;
  return {
    text: `${label}${isReference ? `→ See ${sameAs}` : paragraphsIn(item.text).join("\n\n")}`,
    type: isReference ? "reference" : undefined,
    _note: noteOf(item),
    number,
  };
}

/** Writes nested elements, each with its depth. */
class ElementWriter {
  readonly #lines: string[];
  readonly #indent: string;
  /** The start of the last element, which may have children. */
  #last: { readonly depth: number; readonly start: string } | undefined;
  /** The depths of the elements that are open. */
  readonly #open: number[] = [];

  constructor(lines: string[], indent: string) {
    this.#lines = lines;
    this.#indent = indent;
  }

  add(depth: number, attributes: Readonly<Record<string, string | undefined>>): void {
    this.#finish(depth);
    this.#last = { depth, start: `${this.#indentAt(depth)}<outline${attributesText(attributes)}` };
  }

  /** Closes all elements. */
  end(): void {
    this.#finish(0);
  }

  /** Closes the elements that a new one at a depth is not inside. */
  #finish(depth: number): void {
    if (this.#last !== undefined) {
      const hasChildren = depth > this.#last.depth;
      this.#lines.push(`${this.#last.start}${hasChildren ? ">" : "/>"}`);
      if (hasChildren) this.#open.push(this.#last.depth);
      this.#last = undefined;
    }
    for (let last = this.#open.at(-1); last !== undefined && last >= depth; last = this.#open.at(-1)) {
      this.#lines.push(`${this.#indentAt(last)}</outline>`);
      this.#open.pop();
    }
  }

  #indentAt = (depth: number): string => this.#indent + "  ".repeat(depth);
}

const attributesText = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeXml(value).replaceAll("\n", "&#10;")}"`))
    .join("");

const SOURCE_MARK = "Source: ";

/** Returns the note of an item, with a line for each source. */
function noteOf({ note, sources = [] }: OutlineItem): string | undefined {
  const lines = [...(note === undefined ? [] : [note]), ...sources.map((source) => SOURCE_MARK + sourceText(source))];
  return lines.length === 0 ? undefined : lines.join("\n");
}

function read({ text, fileName }: ImportedFile): Imported {
  const root = parseXml(text, "opml");
  const head = root.children.find(({ name }) => name === "head");
  const body = root.children.find(({ name }) => name === "body");
  if (body === undefined) throw new ImportError("The OPML has no <body>.", root.line);
  const title = head?.children.find(({ name }) => name === "title")?.text.trim() || fileName;
  return outlineToGraph({ title, sections: sectionsIn(body) });
}

/** Returns the sections, the outer ones first. What is in none comes before them. */
function sectionsIn(body: XmlElement): readonly OutlineSection[] {
  const sections: OutlineSection[] = [];
  const waiting = [{ element: body, section: { heading: undefined, level: 0 } as Heading }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element, section } = next;
    const inside = outlinesIn(element);
    sections.push({ ...section, items: toItems(inside.filter((one) => !isSection(one))) });
    for (const one of inside.filter(isSection).toReversed())
      waiting.push({ element: one, section: headingOf(one, section.level + 1) });
  }
  return sections;
}

type Heading = Omit<OutlineSection, "items">;

const isSection = ({ attributes }: XmlElement): boolean => attributes["type"] === "section";

function headingOf({ attributes }: XmlElement, depth: number): Heading {
  const { text = "", title = "", level = "" } = attributes;
  return {
    heading: joinLines(text || title) || "(untitled)",
    level: /^[1-6]$/.test(level) ? Number(level) : Math.min(depth, 6),
  };
}

const outlinesIn = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter(({ name }) => name === "outline");

/** Returns the items of elements with all below them. They may be nested more deeply than calls can be. */
function toItems(elements: readonly XmlElement[]): OutlineItem[] {
  const roots: OutlineItem[] = [];
  const waiting = elements.toReversed().map((element) => ({ element, siblings: roots }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const item = toItem(next.element);
    next.siblings.push(item);
    for (const element of outlinesIn(next.element).toReversed()) waiting.push({ element, siblings: item.children });
  }
  return roots;
}

function toItem({ attributes, line }: XmlElement): OutlineItem {
  const { text: written = "", title = "", type, _note: note = "", number } = attributes;
  const { role, text } = parseRole(paragraphsIn(written || title).join("\n\n"));
  const sameAs = type === "reference" ? /^(?:→|->)\s*See ([\d.]+)$/.exec(text)?.[1] : undefined;
  const lines = note.split("\n");
  const sources: readonly OutlineSource[] = lines
    .filter((line) => line.startsWith(SOURCE_MARK))
    .map((line) => parseSource(line.slice(SOURCE_MARK.length)));
  const rest = lines
    .filter((line) => !line.startsWith(SOURCE_MARK))
    .join("\n")
    .trim();
  return {
    role,
    text: sameAs === undefined ? text : "",
    children: [],
    line,
    number,
    sameAs,
    sources,
    note: rest === "" ? undefined : rest,
  };
}

export const opml: FormatModule = { write, read };
