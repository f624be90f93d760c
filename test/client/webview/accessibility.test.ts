/** Every state of the page in VS Code's default themes: pictures to look at, and what axe-core finds in them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { describe, expect, test, vi } from "vitest";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { ardmore } from "../../support/ardmoreTree.ts";
import { cardLocator, output, type PreviewOptions, type PreviewPage } from "../../support/browser/openPage.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { themeNames } from "../../support/browser/vscodeThemes.ts";
import { claim, objection, premise, reason, treeOf } from "../../support/treeFixtures.ts";

vi.setConfig({ testTimeout: 60_000 });

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const { openPreview } = useBrowser();

/** The map of the example, with all that can be said of a card said of one. */
const map: Tree = {
  ...ardmore,
  cards: ardmore.cards.map((card) =>
    card.id === "cause"
      ? {
          ...card,
          tags: ["weather", "air"],
          likelihood: { words: "very likely", share: 0.875 },
          confidence: "moderate",
          scheme: "cause to effect",
          note: "The report of the weather service is still to come.",
          problems: [{ severity: "warning", message: "Nobody says so in the source." }],
        }
      : card,
  ),
};

/** The same, with quotes whose passages can be shown. */
const quotesLeading: Tree = {
  ...map,
  cards: map.cards.map((card) => ({
    ...card,
    quotes: card.quotes.map((quote, at) => ({ ...quote, link: `${card.id} ${at}` })),
  })),
};

/** Serious findings, each with the elements that it is about. */
async function findings({ page }: PreviewPage): Promise<readonly string[]> {
  // Sent by the browser's tools: the policy of the page allows no other script.
  await page.evaluate(axe);
  // What a card is called holds all its words, but says its signs in words too ("accepted by" for ✓); axe-core wants the signs.
  const options = { rules: { "label-content-name-mismatch": { enabled: false } } };
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults; // So axe-core says.
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

interface State {
  readonly options?: PreviewOptions;
  readonly tree?: Tree;
  /** What is done to come to it. */
  readonly by: (preview: PreviewPage) => Promise<unknown>;
}

const keys =
  (card: string | undefined, ...pressed: readonly string[]) =>
  async (preview: PreviewPage): Promise<void> => {
    if (card !== undefined) await cardLocator(preview, card).focus();
    for (const key of pressed) await preview.page.keyboard.press(key);
  };
const typing = async (preview: PreviewPage): Promise<void> => {
  await keys(undefined, "Control+f")(preview);
  await preview.page.keyboard.type("winter");
  await preview.page.keyboard.press("Enter");
};
const filtering = async (preview: PreviewPage): Promise<void> => {
  await keys(undefined, "s")(preview);
  await preview.page.getByRole("checkbox", { name: "City Mobility Office" }).check();
};

const large = treeOf(
  ...Array.from({ length: 40 }, (_, n) =>
    claim(
      `Claim ${n}`,
      { id: `c${n}` },
      reason("It says so.", {}, premise("A premise that is as long as most are in a map."), premise("Another one.")),
      objection("It does not say so at all, and never did."),
    ),
  ),
);

const states: Readonly<Record<string, State>> = {
  tree: { by: keys("cause") },
  down: { by: keys(undefined, "d") },
  outline: { by: keys("cause", "t"), options: { width: 720, height: 900 } },
  "outline-narrow": { by: keys("cause", "t"), options: { width: 340, height: 700 } },
  narrow: { by: keys("cause", "/"), options: { width: 340, height: 600 } },
  folded: {
    by: async (preview) => {
      await keys(undefined, "3")(preview);
      await preview.send({ type: "mark", card: "mild" });
    },
  },
  focus: { by: keys("cause", "f", "i") },
  find: { by: typing },
  filter: { by: filtering },
  entry: { by: keys("cause", "i") },
  quotes: { by: keys("8", "q") },
  "quotes-that-lead": { by: keys("8", "q"), tree: quotesLeading },
  coverage: {
    by: (preview) => preview.send({ type: "coverage", counts: { cited: 12, paragraphs: 30, unquoted: 4 } }),
  },
  legend: { by: keys(undefined, "l") },
  help: { by: keys(undefined, "?") },
  far: { by: keys(undefined, "0"), tree: large },
  "far-width": { by: keys(undefined, "0", "0"), tree: large },
  "coverage-narrow": {
    by: (preview) => preview.send({ type: "coverage", counts: { cited: 12, paragraphs: 30, unquoted: 4 } }),
    options: { width: 340, height: 600 },
  },
  blocks: { by: keys(undefined, "-", "-", "-", "-"), tree: large },
  large: { by: keys(undefined), tree: large },
  "250-percent": { by: keys("cause", "i"), options: { width: 600, height: 420, scale: 2.5 } },
};

describe.each(themeNames)("in the theme %s", (theme) => {
  test.each(Object.entries(states))("%s", async (name, { by, tree = map, options }) => {
    const preview = await openPreview({ theme, width: 1100, height: 700, ...options });
    await preview.show(tree);
    await preview.send({ type: "mark", card: "cause" });
    await by(preview);
    await preview.page.screenshot({ path: join(output, `state-${name}-${theme}.png`) });
    expect(await findings(preview)).toEqual([]);
    expect(preview.pageErrors).toEqual([]);
    await preview.close();
  });
});
