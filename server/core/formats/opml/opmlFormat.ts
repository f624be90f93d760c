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
import { type OutlineItem, type OutlineSource, parseRole, roleLabels } from "../outline/outlineItem.ts";
import { parseSource, sourceText } from "../outline/outlineText.ts";
import { outlineToGraph } from "../outline/outlineToGraph.ts";
import { parseXml, type XmlElement } from "../parseXml.ts";

function write({ graph, fileName }: ExportedMap): Exported {
  const { outline, omissions } = graphToOutline(graph);
  const title = outline.title ?? fileName;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeXml(title)}</title></head>`,
    "  <body>",
  ];
  const writeItem = (item: OutlineItem, depth: number): void => {
    const indent = "  ".repeat(depth + 2);
    const label = item.role === undefined ? "" : `${roleLabels[item.role]}: `;
    const text = `${label}${item.sameAs === undefined ? item.text : `→ See ${item.sameAs}`}`;
    const attributes = { text, _note: noteOf(item), number: item.number };
    const start = `${indent}<outline${attributesText(attributes)}`;
    if (item.children.length === 0) lines.push(`${start}/>`);
    else {
      lines.push(`${start}>`);
      for (const child of item.children) writeItem(child, depth + 1);
      lines.push(`${indent}</outline>`);
    }
  };
  for (const { heading, items } of outline.sections) {
    if (heading === undefined) for (const item of items) writeItem(item, 0);
    else {
      lines.push(`    <outline${attributesText({ text: heading, type: "section" })}>`);
      for (const item of items) writeItem(item, 1);
      lines.push("    </outline>");
    }
  }
  return { content: `${[...lines, "  </body>", "</opml>"].join("\n")}\n`, omissions: omissions.list };
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
  const sections: { heading: string | undefined; level: number; items: OutlineItem[] }[] = [];
  for (const element of outlinesIn(body)) {
    const { type, text: heading = "" } = element.attributes;
    if (type === "section") sections.push({ heading, level: 1, items: outlinesIn(element).map(toItem) });
    else {
      const last = sections.at(-1);
      if (last !== undefined && last.heading === undefined) last.items.push(toItem(element));
      else sections.push({ heading: undefined, level: 0, items: [toItem(element)] });
    }
  }
  return outlineToGraph({ title, sections });
}

const outlinesIn = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter(({ name }) => name === "outline");

/** Returns the item of an element. The XML reader limits how deep it can be. */
function toItem(element: XmlElement): OutlineItem {
  const { text: written = "", title = "", _note: note = "", number } = element.attributes;
  const { role, text } = parseRole((written || title).replace(/\s+/g, " ").trim());
  const sameAs = /^(?:→|->)\s*See ([\d.]+)$/.exec(text)?.[1];
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
    children: outlinesIn(element).map(toItem),
    line: element.line,
    number,
    sameAs,
    sources,
    note: rest === "" ? undefined : rest,
  };
}

export const opml: FormatModule = { write, read };
