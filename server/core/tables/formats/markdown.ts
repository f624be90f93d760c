/** Tables as GitHub Flavored Markdown. */
import { escapeMarkdown } from "../../strings/escapeMarkdown.ts";
import { plainText, type Row, type Table } from "../table.ts";

/** Returns tables as Markdown, each with its title as a heading and its notes as a list. */
export const tablesToMarkdown = (tables: readonly Table<unknown>[]): string => tables.map(tableToMarkdown).join("\n");

function tableToMarkdown({ title, columns, rows, totals, notes }: Table<unknown>): string {
  const lines = [
    `## ${inline(title)}`,
    "",
    record(columns.map(({ heading }) => field(heading))),
    record(columns.map(({ isNumeric }) => (isNumeric ? "---:" : "---"))),
    ...rows.map((row) => record(fields(row))),
    ...totals.map((row) => record(fields(row).map((field) => field && `**${field}**`))),
    ...(notes.length === 0 ? [] : ["", ...notes.map((note) => `- ${inline(plainText(note))}`)]),
  ];
  return `${lines.join("\n")}\n`;
}

const fields = (row: Row<unknown>): readonly string[] => row.map(({ text }) => field(plainText(text)));

/** Escapes a text for one line. A cell can hold no line break. */
const inline = (text: string): string => escapeMarkdown(text.replace(/\s+/g, " ").trim());

/** A cell is never the start of a line, where a sign, or a number with a full stop, would begin a list. */
const field = (text: string): string => inline(text).replace(/^(\d*)\\(?=[-+=:.)])/, "$1");

const record = (texts: readonly string[]): string => `| ${texts.join(" | ")} |`;
