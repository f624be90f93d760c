/** Worker thread that exports one picture, so that the export does not block the caller. */
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import * as v from "valibot";
import { type FromWorker, type TextImage, toWorker } from "../protocol/export.ts";
import { ExportRefusal, exportFile } from "./exportFile.ts";

const post = (message: FromWorker): void => parentPort?.postMessage(message);
let resolveImages: ((images: readonly TextImage[]) => void) | undefined;

parentPort?.on("message", async (data: unknown) => {
  const message = v.parse(toWorker, data);
  if (message.type === "textImages") {
    resolveImages?.(message.images);
    return;
  }
  const { view, file, fonts, canRenderTexts } = message;
  try {
    const requestImages = (request: FromWorker & { type: "renderTexts" }) =>
      new Promise<readonly TextImage[]>((resolve) => {
        resolveImages = resolve;
        post(request);
      });
    const data = await exportFile(view, file, {
      assets: join(import.meta.dirname, ".."),
      fonts,
      renderTexts: canRenderTexts
        ? (texts, scale) => requestImages({ type: "renderTexts", texts: [...texts], scale })
        : undefined,
    });
    post({ type: "exported", data: new Uint8Array(data) });
  } catch (error) {
    post({
      type: "failed",
      message: error instanceof ExportRefusal ? error.message : `Export failed: ${error}`,
    });
  } finally {
    parentPort?.close();
  }
});
