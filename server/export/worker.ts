/** Worker thread that exports one picture, so that the export does not block the caller. */
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import * as v from "valibot";
import { type FromWorker, type TextImage, toWorker } from "../protocol/export.ts";
import { exportFile, MissingGlyphsError } from "./exportFile.ts";

const post = (message: FromWorker): void => parentPort?.postMessage(message);
let resolveImages: ((images: readonly TextImage[]) => void) | undefined;

parentPort?.on("message", async (data: unknown) => {
  const message = v.parse(toWorker, data);
  if (message.type === "drawn") {
    resolveImages?.(message.writings);
    return;
  }
  const { shown, file, fonts, draws } = message;
  try {
    const draw = (request: FromWorker & { type: "draw" }) =>
      new Promise<readonly TextImage[]>((resolve) => {
        resolveImages = resolve;
        post(request);
      });
    const data = await exportFile(shown, file, {
      assets: join(import.meta.dirname, ".."),
      fonts,
      draw: draws ? (writings, scale) => draw({ type: "draw", writings: [...writings], scale }) : undefined,
    });
    post({ type: "made", data: new Uint8Array(data) });
  } catch (error) {
    post({
      type: "refused",
      because: error instanceof MissingGlyphsError ? error.message : `Export failed: ${error}`,
    });
  } finally {
    parentPort?.close();
  }
});
