/** A report in Markdown: numbered prose, with quotes as footnotes. */
import { escapeMarkdown } from "../../strings/escapeMarkdown.ts";
import type { Exported, ExportedMap, FormatModule } from "../format.ts";
import { reportOn } from "./reportText.ts";

function write({ graph, fileName }: ExportedMap): Exported {
  const { title = fileName, sections, omissions } = reportOn(graph);
  const lines = [`# ${escapeMarkdown(title)}`];
  const footnotes: string[] = [];
  for (const { heading, level, paragraphs } of sections) {
    if (heading !== undefined) lines.push(`${"#".repeat(Math.min(6, level + 1))} ${escapeMarkdown(heading)}`);
    for (const { number, lead, text, footnotes: notes } of paragraphs) {
      const marks = notes.map((note) => `[^${footnotes.push(note)}]`).join(" ");
      lines.push(`**${number}** ${lead === "" ? "" : `*${lead}:* `}${escapeMarkdown(text)}${marks}`);
    }
  }
  lines.push(...footnotes.map((note, index) => `[^${index + 1}]: ${escapeMarkdown(note.replace(/\s+/g, " "))}`));
  return { content: `${lines.join("\n\n")}\n`, omissions };
}

export const report: FormatModule = { write };
