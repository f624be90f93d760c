/** Copies tables to the clipboard. */
import { tablesToCsv } from "../../../server/core/tables/formats/csv.ts";
import { tableToHtml } from "../../../server/core/tables/formats/html.ts";
import { tablesToMarkdown } from "../../../server/core/tables/formats/markdown.ts";
import type { CardTable } from "../../../server/protocol/tables.ts";
import type { CopyFormat } from "./copyFormats.ts";

/** Copies tables. As a table, they can be pasted into word processors, and as text elsewhere. Throws if the browser refuses. */
export async function copyTables(tables: readonly CardTable[], format: CopyFormat): Promise<void> {
  if (format === "csv") return navigator.clipboard.writeText(tablesToCsv(tables));
  const markdown = tablesToMarkdown(tables);
  if (format === "markdown") return navigator.clipboard.writeText(markdown);
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/html": new Blob([tables.map(tableToHtml).join("")], { type: "text/html" }),
      "text/plain": new Blob([markdown], { type: "text/plain" }),
    }),
  ]);
}
