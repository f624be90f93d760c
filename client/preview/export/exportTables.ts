/** Writes the tables of a preview to a file that the user names. */
import { l10n, type Uri, window, workspace } from "vscode";
import { BYTE_ORDER_MARK } from "../../../server/core/strings/csv.ts";
import { tablesToCsv } from "../../../server/core/tables/formats/csv.ts";
import { tablesToHtml } from "../../../server/core/tables/formats/html.ts";
import { tablesToMarkdown } from "../../../server/core/tables/formats/markdown.ts";
import { tableTitles } from "../../../server/core/tables/table.ts";
import type { CardTable } from "../../../server/protocol/tables.ts";
import { notifyExported } from "./notifyExported.ts";

/** Asks the user for a file, whose ending is the format, and writes the tables to it. Does nothing if the user cancels. */
export async function exportTables(map: Uri, tables: readonly CardTable[]): Promise<void> {
  const [table] = tables;
  if (table === undefined) return;
  const base = map.path.replace(/\.argmap$/, "");
  const target = await window.showSaveDialog({
    ...(map.scheme !== "untitled" && { defaultUri: map.with({ path: `${base}-${table.kind}.docx` }) }),
    filters: { Word: ["docx"], CSV: ["csv"], Markdown: ["md"], HTML: ["html"] },
    title: l10n.t("Export Table"),
    saveLabel: l10n.t("Export"),
  });
  if (target === undefined) return;
  const title = `${tableTitles[table.kind]}: ${base.slice(base.lastIndexOf("/") + 1)}`;
  try {
    await workspace.fs.writeFile(target, await tableFile(tables, title, target));
    void notifyExported(target);
  } catch (error) {
    window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

/** Returns the content of the file. Throws if its name does not say the format. */
async function tableFile(tables: readonly CardTable[], title: string, target: Uri): Promise<Uint8Array> {
  const extension = /\.[^./]*$/.exec(target.path)?.[0].toLowerCase();
  switch (extension) {
    case ".docx": {
      const { tablesToWord } = await import("../../../server/export/tableDocument.ts");
      return tablesToWord(tables, title);
    }
    case ".csv":
      return encode(BYTE_ORDER_MARK + tablesToCsv(tables));
    case ".md":
      return encode(tablesToMarkdown(tables));
    case ".html":
      return encode(tablesToHtml(tables, title));
    default:
      throw new Error(l10n.t("Choose a file name that ends in .docx, .csv, .md or .html."));
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
