import * as v from "valibot";
import type { ToPage, ToPanel } from "../../../server/protocol/preview.ts";
import { suppositions, weighedPage } from "../../../server/protocol/weighing.ts";
import type { Host } from "./host.ts";

const embeddedMapSchema = v.object({
  tree: v.unknown(),
  savedView: v.unknown(),
  /** Absent if the preview did not weigh when the map was exported. */
  weighing: v.optional(v.object({ ...weighedPage.entries, suppositions })),
});
type EmbeddedWeighing = NonNullable<v.InferOutput<typeof embeddedMapSchema>["weighing"]>;

/**
 * Returns the host of a page in an exported HTML file, which contains its map; undefined if the page contains none.
 * Throws if the embedded map is not of the expected form.
 */
export function standaloneHost(): Host | undefined {
  const embeddedJson = document.getElementById("map")?.textContent;
  if (embeddedJson === undefined || embeddedJson === null) return undefined;
  const { tree, savedView, weighing } = v.parse(embeddedMapSchema, JSON.parse(embeddedJson));
  const exportedWeighing = weighing && weighingModeIn(savedView);
  let deliver: (message: unknown) => void = () => {};
  followSystemTheme();
  return {
    canEdit: false,
    ...(exportedWeighing && { exportedWeighing }),
    post(message) {
      if (message.type === "openLink") window.open(message.href, "_blank", "noopener");
      const answer = weighing && answerFrom(weighing, message);
      if (answer) queueMicrotask(() => deliver(answer));
    },
    // The file always opens as it was exported.
    setState() {},
    getState: () => undefined,
    listen(onMessage) {
      deliver = onMessage;
      queueMicrotask(() => {
        onMessage({ type: "tree", uri: "", version: 0, tree, savedView });
        for (const supposition of weighing?.suppositions ?? []) onMessage({ type: "suppose", ...supposition });
      });
    },
  };
}

const shownModes = v.object({ weighing: v.picklist(["standing", "likelihood", "importance"]) });

/** Returns how a saved view weighs; undefined if it does not. */
function weighingModeIn(savedView: unknown): Host["exportedWeighing"] {
  const parsed = v.safeParse(shownModes, savedView);
  return parsed.success ? parsed.output.weighing : undefined;
}

/** Answers what the page asks about what stands, as the server did when the map was exported. */
function answerFrom({ weights, explanations }: EmbeddedWeighing, message: ToPanel): ToPage | undefined {
  if (message.type === "weigh")
    return { type: "weights", requestId: message.requestId, result: { revision: 0, weights } };
  if (message.type !== "explainStanding") return undefined;
  const explanation = explanations.find(({ card }) => card === message.card) ?? null;
  return { type: "standingExplanation", requestId: message.requestId, explanation };
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
