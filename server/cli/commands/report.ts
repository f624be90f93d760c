/** `argmap report`: tables about a map. */
import path from "node:path";
import { type Entry, lineNumberOf } from "../../core/language/entry.ts";
import { mapLanguage, mapTitle } from "../../core/language/map.ts";
import { computeLikelihoods } from "../../core/reasoning/likelihood/likelihood.ts";
import { computeImportanceMatrix } from "../../core/reasoning/sensitivity/importanceMatrix.ts";
import { isWeighedKind, tablesOf, weighedTablesOf } from "../../core/reasoning/tables/tablesOf.ts";
import { words as english } from "../../core/reasoning/words/enWords.ts";
import { BYTE_ORDER_MARK } from "../../core/strings/csv.ts";
import { joinList } from "../../core/strings/english.ts";
import { tablesToCsv } from "../../core/tables/formats/csv.ts";
import { tablesToHtml } from "../../core/tables/formats/html.ts";
import { tablesToMarkdown } from "../../core/tables/formats/markdown.ts";
import { tablesToText } from "../../core/tables/formats/text.ts";
import { emptyTexts, type Table, type TableKind, tableKinds, tableTitles } from "../../core/tables/table.ts";
import { printable, refuseMapName, warnOfErrors, writeOutput } from "../command.ts";
import { type OpenedArgument, openArgument } from "../evaluation.ts";
import type { ReportFormat } from "../reportFormats.ts";
import { tablesToJson } from "../tablesToJson.ts";
import { UsageError } from "../usageError.ts";

export interface ReportOptions {
  readonly format?: ReportFormat;
  /** Same as the format `json`. */
  readonly json?: boolean;
  readonly output?: string;
  /** Suppositions as the user writes them: `NAME=true` or `NAME=false`. */
  readonly suppose: readonly string[];
}

/** Prints a table about a map. Returns 1 if the map has errors. */
export async function report(name: string, target: string, options: ReportOptions): Promise<number> {
  const kind = tableKinds.find((one) => one === name);
  if (kind === undefined) throw new UsageError(`Name a table: ${joinList(tableKinds, "or")}.`);
  const format = options.json ? "json" : chooseFormat(options);
  refuseMapName(options.output);
  const opened = await openArgument(target, options.suppose);
  const content = await formatTables(makeTables(opened, kind), kind, format, opened);
  if (options.output === undefined) process.stdout.write(content);
  // Excel takes a file without a byte-order mark for one in an old encoding.
  else await writeOutput(options.output, format === "csv" ? `${BYTE_ORDER_MARK}${content}` : content);
  return warnOfErrors(opened.errors, "the table may be wrong");
}

/** The formats by the extension of a file. */
const extensions: Readonly<Record<string, ReportFormat>> = {
  ".txt": "text",
  ".csv": "csv",
  ".md": "markdown",
  ".html": "html",
  ".htm": "html",
  ".docx": "docx",
  ".json": "json",
};

/** Returns the format that is asked for, or else that of the file. Throws {@link UsageError} if there is none. */
function chooseFormat({ format, output }: ReportOptions): ReportFormat {
  if (format === "docx" && output === undefined)
    throw new UsageError("A Word document needs a file. Name it with -o FILE.");
  if (format !== undefined) return format;
  if (output === undefined) return "text";
  const found = extensions[path.extname(output).toLowerCase()];
  if (found === undefined)
    throw new UsageError(`Name a file that ends in ${joinList(Object.keys(extensions), "or")}, or give a --format.`);
  return found;
}

function makeTables({ files, argument, standings }: OpenedArgument, kind: TableKind): readonly Table<Entry>[] {
  if (!isWeighedKind(kind)) return tablesOf({ files, argument, standings, words: english }, kind);
  const likelihoods = computeLikelihoods(argument.framework, standings.suppositions);
  const importance = computeImportanceMatrix(argument, files, standings.suppositions);
  return weighedTablesOf({ files, argument, standings, likelihoods, importance, words: english }, kind);
}

async function formatTables(
  tables: readonly Table<Entry>[],
  kind: TableKind,
  format: ReportFormat,
  { map, file }: OpenedArgument,
): Promise<string | Uint8Array> {
  const title = mapTitle(file) ?? path.basename(map);
  const language = mapLanguage(file);
  switch (format) {
    case "text":
      return tables.length === 0 ? `${emptyTexts[kind]}\n` : printable(tablesToText(tables, place));
    case "csv":
      return tablesToCsv(tables);
    case "markdown":
      return tablesToMarkdown(tables);
    case "html":
      return tablesToHtml(tables, `${tableTitles[kind]}: ${title}`, language);
    case "docx": {
      const { tablesToWord } = await import("../../export/tableDocument.ts");
      return tablesToWord(tables, `${tableTitles[kind]}: ${title}`);
    }
    case "json":
      return `${JSON.stringify({ map, tables: tablesToJson(tables) }, undefined, 2)}\n`;
    default:
      return format satisfies never;
  }
}

/** Returns the line of an entry, its keyword, and its name if it has one. */
function place(entry: Entry): string {
  const { keyword, name } = entry.head;
  return `${lineNumberOf(entry)}: ${keyword} ${name === undefined ? "" : `${name.text}: `}`;
}
