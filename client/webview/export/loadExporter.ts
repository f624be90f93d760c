/** Loads what takes a picture out of the page, when that is first asked for: most pages never need it. */
import type { Made, Wanted } from "../../../server/protocol/previewExport.ts";
import type { OnShow } from "./exportPicture.ts";

type Exported = typeof import("./exportPicture.ts").exported;

/** The page's own script, beside which the other one lies. */
const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
let loading: Promise<Exported> | undefined;

/** The answer to what the panel wants. */
export async function exported(wanted: Wanted, shown: OnShow): Promise<Made> {
  try {
    loading ??= load();
    return await (await loading)(wanted, shown);
  } catch (error) {
    loading = undefined;
    return {
      format: "refused",
      because: `The picture could not be drawn: ${error instanceof Error ? error.message : error}`,
    };
  }
}

function load(): Promise<Exported> {
  const script = document.createElement("script");
  // The page's policy runs what has the same word.
  script.nonce = own?.nonce ?? "";
  script.src = own?.src.replace(/page\.js/, "export.js") ?? "";
  return new Promise((resolve, reject) => {
    script.onload = () => resolve((globalThis as typeof globalThis & { argmapExported: Exported }).argmapExported); // As the script leaves it.
    script.onerror = () => reject(new Error("a part of the preview could not be loaded. Close it and open it again."));
    document.head.append(script);
  });
}
