/** A report in Markdown: numbered prose, with quotes as footnotes. */
import { escapeMarkdown } from "../../strings/escapeMarkdown.ts";
import type { Exported, ExportedMap, FormatModule } from "../format.ts";
import { reportOn, VERDICTS_NOTE } from "./reportText.ts";

function write({ graph, fileName, verdicts }: ExportedMap): Exported {
  const { title = fileName, sections, omissions } = reportOn({ graph, ...(verdicts && { verdicts }) });
  const lines = [`# ${escapeMarkdown(title)}`, ...(verdicts === undefined ? [] : [`*${VERDICTS_NOTE}*`])];
  const footnotes: string[] = [];
  for (const { heading, level, entries } of sections) {
    if (heading !== undefined) lines.push(`${"#".repeat(Math.min(6, level + 1))} ${escapeMarkdown(heading)}`);
    for (const { number, lead, paragraphs, verdict, footnotes: notes } of entries) {
      const marks = notes.map((note) => `[^${footnotes.push(note)}]`).join(" ");
      const computed = verdict === undefined ? "" : ` *(computed: ${escapeMarkdown(verdict)})*`;
      const text = paragraphs.map(linkedMarkdown).join("\n\n");
      lines.push(`**${number}** ${lead === "" ? "" : `*${lead}:* `}${text}${marks}${computed}`);
    }
  }
  lines.push(...footnotes.map((note, index) => `[^${index + 1}]: ${linkedMarkdown(note.replace(/\s+/g, " "))}`));
  return { content: `${lines.join("\n\n")}\n`, omissions };
}

const ADDRESS = /https?:\/\/[^\s<>"“”«»]*[^\s<>"“”«».,;:!?'’)\]}]/giu;

/** Returns a text that Markdown shows as it is, with its addresses as links. */
function linkedMarkdown(text: string): string {
  let written = "";
  let done = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    written += `${escapeMarkdown(text.slice(done, index))}<${address}>`;
    done = index + address.length;
  }
  return written + escapeMarkdown(text.slice(done));
}

export const report: FormatModule = { write };
