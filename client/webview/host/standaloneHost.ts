/** The page in a file of its own: the map lies in the file, and nobody hears what the page says. */
import * as v from "valibot";
import type { Host } from "./vscodeHost.ts";

const embeddedMapSchema = v.object({ tree: v.unknown(), left: v.unknown() });

/** The host of a page that carries its map within it; undefined where it carries none. */
export function standaloneHost(): Host | undefined {
  const embeddedJson = document.getElementById("map")?.textContent;
  if (embeddedJson === undefined || embeddedJson === null) return undefined;
  const { tree, left } = v.parse(embeddedMapSchema, JSON.parse(embeddedJson));
  followSystemTheme();
  return {
    canEdit: false,
    post() {},
    // As it was exported, so it opens, each time.
    setState() {},
    getState: () => undefined,
    listen(onMessage) {
      queueMicrotask(() => onMessage({ type: "tree", uri: "", version: 0, tree, left }));
    },
  };
}

/** Light or dark, and with more contrast, as the reader's system asks; now and whenever that changes. */
function followSystemTheme(): void {
  const [dark, contrast] = [matchMedia("(prefers-color-scheme: dark)"), matchMedia("(prefers-contrast: more)")];
  const applyTheme = (): void => {
    const { classList } = document.body;
    classList.toggle("vscode-dark", dark.matches && !contrast.matches);
    classList.toggle("vscode-light", !dark.matches && !contrast.matches);
    classList.toggle("vscode-high-contrast", contrast.matches);
    classList.toggle("vscode-high-contrast-light", contrast.matches && !dark.matches);
  };
  for (const query of [dark, contrast]) query.addEventListener("change", applyTheme);
  applyTheme();
}
