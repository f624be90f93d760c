/** Loads what takes a picture out of the page, when that is first asked for: most pages never need it. */
import type { ExportRequest, ExportResult } from "../../../server/protocol/previewExport.ts";
import type { PageSnapshot } from "./exportPicture.ts";

type ExportPicture = typeof import("./exportPicture.ts").exportPicture;

/** The page's own script, beside which the other one lies. */
const pageScript = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
let pendingExporter: Promise<ExportPicture> | undefined;

/** The answer to what the panel wants. */
export async function handleExportRequest(request: ExportRequest, snapshot: PageSnapshot): Promise<ExportResult> {
  try {
    pendingExporter ??= loadExporter();
    return await (await pendingExporter)(request, snapshot);
  } catch (error) {
    pendingExporter = undefined;
    return {
      format: "refused",
      because: `The picture could not be drawn: ${error instanceof Error ? error.message : error}`,
    };
  }
}

function loadExporter(): Promise<ExportPicture> {
  const script = document.createElement("script");
  // The page's policy runs what has the same word.
  script.nonce = pageScript?.nonce ?? "";
  script.src = pageScript?.src.replace(/page\.js/, "export.js") ?? "";
  return new Promise((resolve, reject) => {
    script.onload = () => resolve((globalThis as typeof globalThis & { argmapExported: ExportPicture }).argmapExported); // As the script leaves it.
    script.onerror = () => reject(new Error("a part of the preview could not be loaded. Close it and open it again."));
    document.head.append(script);
  });
}
