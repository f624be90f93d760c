/** Exports the picture and its tables as files. */

import * as v from "valibot";
import { base64ToBytes } from "../../../server/core/strings/base64.ts";
import { BYTE_ORDER_MARK } from "../../../server/core/strings/csv.ts";
import { tableTitles } from "../../../server/core/tables/table.ts";
import type { ToPage, ToPanel } from "../../../server/protocol/preview.ts";
import type { ExportRequest, ExportResult } from "../../../server/protocol/previewExport.ts";
import type { CardTable } from "../../../server/protocol/tables.ts";
import { WEIGH_PAGE, weighedPage } from "../../../server/protocol/weighing.ts";
import { createExportRequests } from "../../preview/export/exportRequests.ts";
import type { ServerRequests } from "../connection/serverRequests.ts";
import { download } from "../files/localFiles.ts";
import { chooseOne } from "../page/dialogs.ts";

export type PictureFormat = "svg" | "png" | "html";

export interface Exports {
  /** Downloads what the picture shows. Rejects with a reason for the user. */
  exportPicture(format: PictureFormat, map: { readonly uri: string; readonly name: string }): Promise<void>;
  /** Asks for a format, and downloads tables. */
  saveTables(tables: readonly CardTable[], name: string): Promise<void>;
  handleAnswer(message: Extract<ToPanel, { readonly type: "exportResult" }>): void;
}

interface ExportContext {
  readonly server: () => ServerRequests;
  readonly post: (message: ToPage) => void;
}

/** The images of a PNG are twice as large as the picture, for sharp displays. */
const PNG_SCALE = 2;

/** Returns functions that export a picture and its tables. `post` sends the requests to its page. */
export function createExports({ server, post }: ExportContext): Exports {
  const requests = createExportRequests(post);
  requests.resume();

  async function request<Format extends ExportResult["format"]>(
    exportRequest: ExportRequest,
    format: Format,
  ): Promise<Extract<ExportResult, { readonly format: Format }>> {
    const answer = await requests.requestExport(exportRequest);
    if (answer.format === "failed") throw new Error(answer.message);
    if (!hasFormat(answer, format)) throw new Error("The picture answered with another format. Try again.");
    return answer;
  }

  async function exportHtml(uri: string, name: string): Promise<void> {
    const { view, weighing } = await request({ format: "view", colors: "theme" }, "view");
    const question = weighing && { ...weighing, uri, language: view.wholeTree.language };
    const page = question && (await server().request(WEIGH_PAGE, question, v.nullable(weighedPage)));
    const { htmlFile } = await import("../../../server/export/html.ts");
    const weighed = page && weighing ? { weighing: { ...page, suppositions: weighing.suppositions } } : {};
    download(`${name}.html`, await htmlFile({ ...view, ...weighed }, readPart), "text/html");
  }

  return {
    handleAnswer: requests.handleAnswer,
    async exportPicture(format, { uri, name }) {
      switch (format) {
        case "svg": {
          const { svg } = await request({ format, colors: "theme" }, format);
          return download(`${name}.svg`, svg, "image/svg+xml");
        }
        case "png": {
          const { png } = await request({ format, colors: "theme", scale: PNG_SCALE, destination: "file" }, format);
          return download(`${name}.png`, new Uint8Array(base64ToBytes(png ?? "")), "image/png");
        }
        case "html":
          return exportHtml(uri, name);
        default:
          return format satisfies never;
      }
    },
    async saveTables(tables, name) {
      const [first] = tables;
      if (first === undefined) return;
      const format = await chooseOne("Save the table as", tableFormats);
      await format?.(tables, `${name}-${first.kind}`, `${tableTitles[first.kind]}: ${name}`);
    },
  };
}

const hasFormat = <Format extends ExportResult["format"]>(
  answer: ExportResult,
  format: Format,
): answer is Extract<ExportResult, { readonly format: Format }> => answer.format === format;

/** Returns a file of the page of the picture. */
async function readPart(name: string): Promise<string> {
  const response = await fetch(new URL(`picture/${name}`, document.baseURI));
  if (!response.ok) throw new Error(`${name} could not be loaded (${response.status}).`);
  return response.text();
}

type SaveTables = (tables: readonly CardTable[], name: string, title: string) => Promise<void>;

/** The formats of tables. What writes them is loaded when it is needed. */
const tableFormats: readonly { readonly label: string; readonly value: SaveTables }[] = [
  {
    label: "CSV, for spreadsheets",
    async value(tables, name) {
      const { tablesToCsv } = await import("../../../server/core/tables/formats/csv.ts");
      download(`${name}.csv`, BYTE_ORDER_MARK + tablesToCsv(tables), "text/csv");
    },
  },
  {
    label: "Word",
    async value(tables, name, title) {
      const { tablesToWord } = await import("../../../server/export/tableDocument.ts");
      download(`${name}.docx`, new Uint8Array(await tablesToWord(tables, title)), "application/octet-stream");
    },
  },
  {
    label: "Markdown",
    async value(tables, name) {
      const { tablesToMarkdown } = await import("../../../server/core/tables/formats/markdown.ts");
      download(`${name}.md`, tablesToMarkdown(tables), "text/markdown");
    },
  },
  {
    label: "Web page",
    async value(tables, name, title) {
      const { tablesToHtml } = await import("../../../server/core/tables/formats/html.ts");
      download(`${name}.html`, tablesToHtml(tables, title), "text/html");
    },
  },
];
