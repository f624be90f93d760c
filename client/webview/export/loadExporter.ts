/** Loads the export script at the first export, because most pages never need it. */

import type { ExportRequest, ExportResult } from "../../../server/protocol/previewExport.ts";
import { messages } from "../messages/messages.ts";
import type { PageSnapshot } from "./exportPicture.ts";

interface Exporter {
  readonly exportPicture: typeof import("./exportPicture.ts").exportPicture;
  readonly copyTables: typeof import("../tables/copyTables.ts").copyTables;
}

/** The script of the page. The export script is in the same folder. */
const pageScript = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
let pendingExporter: Promise<Exporter> | undefined;

/** Runs an export. Never throws: the result says why an export was refused. */
export async function handleExportRequest(request: ExportRequest, snapshot: PageSnapshot): Promise<ExportResult> {
  try {
    const { exportPicture } = await exporter();
    return await exportPicture(request, snapshot);
  } catch (error) {
    return {
      format: "failed",
      message: messages.exporting.failed(`${error instanceof Error ? error.message : error}`),
    };
  }
}

/** Copies tables to the clipboard. Throws if the browser refuses. */
export const copyTables: Exporter["copyTables"] = async (tables, format) =>
  (await exporter()).copyTables(tables, format);

function exporter(): Promise<Exporter> {
  pendingExporter ??= loadExporter().catch((error: unknown) => {
    // The next use loads the script again.
    pendingExporter = undefined;
    throw error;
  });
  return pendingExporter;
}

function loadExporter(): Promise<Exporter> {
  const script = document.createElement("script");
  // The content security policy requires the nonce.
  script.nonce = pageScript?.nonce ?? "";
  script.src = pageScript?.src.replace(/page\.js/, "export.js") ?? "";
  return new Promise((resolve, reject) => {
    // `bundle.ts` sets the global variable.
    script.onload = () => resolve((globalThis as typeof globalThis & { argmapExported: Exporter }).argmapExported);
    script.onerror = () => reject(new Error("a script could not be loaded. Close the preview and open it again."));
    document.head.append(script);
  });
}
