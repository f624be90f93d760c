import * as v from "valibot";
import type { Host } from "./host.ts";

const embeddedMapSchema = v.object({ tree: v.unknown(), savedView: v.unknown() });

/**
 * Returns the host of a page in an exported HTML file, which contains its map; undefined if the page contains none.
 * Throws if the embedded map is not of the expected form.
 */
export function standaloneHost(): Host | undefined {
  const embeddedJson = document.getElementById("map")?.textContent;
  if (embeddedJson === undefined || embeddedJson === null) return undefined;
  const { tree, savedView } = v.parse(embeddedMapSchema, JSON.parse(embeddedJson));
  followSystemTheme();
  return {
    canEdit: false,
    post(message) {
      if (message.type === "openLink") window.open(message.href, "_blank", "noopener");
    },
    // The file always opens as it was exported.
    setState() {},
    getState: () => undefined,
    listen(onMessage) {
      queueMicrotask(() => onMessage({ type: "tree", uri: "", version: 0, tree, savedView }));
    },
  };
}

/** Sets VS Code's theme classes by the system's color scheme and contrast, and updates them when those change. */
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
