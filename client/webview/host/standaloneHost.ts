/** The page in a file of its own: the map lies in the file, and nobody hears what the page says. */
import * as v from "valibot";
import type { Host } from "./vscodeHost.ts";

const kept = v.object({ tree: v.unknown(), left: v.unknown() });

/** The host of a page that carries its map within it; undefined where it carries none. */
export function fileHost(): Host | undefined {
  const carried = document.getElementById("map")?.textContent;
  if (carried === undefined || carried === null) return undefined;
  const { tree, left } = v.parse(kept, JSON.parse(carried));
  followSystem();
  return {
    edits: false,
    say() {},
    // As it was exported, so it opens, each time.
    remember() {},
    remembered: () => undefined,
    listen(hear) {
      queueMicrotask(() => hear({ type: "tree", uri: "", version: 0, tree, left }));
    },
  };
}

/** Light or dark, and with more contrast, as the reader's system asks; now and whenever that changes. */
function followSystem(): void {
  const [dark, contrast] = [matchMedia("(prefers-color-scheme: dark)"), matchMedia("(prefers-contrast: more)")];
  const follow = (): void => {
    const { classList } = document.body;
    classList.toggle("vscode-dark", dark.matches && !contrast.matches);
    classList.toggle("vscode-light", !dark.matches && !contrast.matches);
    classList.toggle("vscode-high-contrast", contrast.matches);
    classList.toggle("vscode-high-contrast-light", contrast.matches && !dark.matches);
  };
  for (const query of [dark, contrast]) query.addEventListener("change", follow);
  follow();
}
