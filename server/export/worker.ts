/** The thread that makes files of pictures, so that whoever asks for one is not held up. Makes one file. */
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import * as v from "valibot";
import { type FromMaker, toMaker, type Written } from "../protocol/export.ts";
import { make, Refused } from "./exportFile.ts";

const say = (message: FromMaker): void => parentPort?.postMessage(message);
let drawn: ((writings: readonly Written[]) => void) | undefined;

parentPort?.on("message", async (data: unknown) => {
  const message = v.parse(toMaker, data);
  if (message.type === "drawn") {
    drawn?.(message.writings);
    return;
  }
  const { shown, file, fonts, draws } = message;
  try {
    const draw = (writings: FromMaker & { type: "draw" }) =>
      new Promise<readonly Written[]>((resolve) => {
        drawn = resolve;
        say(writings);
      });
    const data = await make(shown, file, {
      assets: join(import.meta.dirname, ".."),
      fonts,
      draw: draws ? (writings, scale) => draw({ type: "draw", writings: [...writings], scale }) : undefined,
    });
    say({ type: "made", data: new Uint8Array(data) });
  } catch (error) {
    say({
      type: "refused",
      because: error instanceof Refused ? error.message : `The file could not be made: ${error}`,
    });
  } finally {
    parentPort?.close();
  }
});
