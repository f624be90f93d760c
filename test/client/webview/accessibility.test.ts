/** Runs axe-core on every state of the page in VS Code's default themes, and takes a screenshot of each state. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import { expect, test } from "vitest";
import { cellTones } from "../../../server/core/tables/table.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import type { CardTable } from "../../../server/protocol/tables.ts";
import { cardLocator, output, type PreviewOptions, type PreviewPage } from "../../support/browser/openPage.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { themeNames } from "../../support/browser/vscodeThemes.ts";
import { ardmore } from "../../support/trees/ardmoreTree.ts";
import { claim, objection, premise, reason, treeOf } from "../../support/trees/treeFixtures.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const { openPreview } = useBrowser();

/** The example map with metadata, in which one card has a value for every field. */
const map: Tree = {
  ...ardmore,
  metadata: { author: "Mara Lind", date: "2024", sources: ["Report on the entry charge"] },
  cards: ardmore.cards.map((card) =>
    card.id === "cause"
      ? {
          ...card,
          tags: ["weather", "air"],
          likelihood: { label: "very likely", fraction: 0.875 },
          confidence: "moderate",
          scheme: "cause to effect",
          note: "The report of the weather service is still to come.",
          problems: [{ severity: "warning", message: "Nobody says so in the source." }],
        }
      : card,
  ),
};

/** The same map, in which quotes lead to their passages. */
const mapWithPassages: Tree = {
  ...map,
  cards: map.cards.map((card) => ({
    ...card,
    quotes: card.quotes.map((quote, index) => ({ ...quote, link: `${card.id} ${index}` })),
  })),
};

/** Options of axe-core for all rules. */
const allRules = {
  resultTypes: ["violations"],
  // The accessible label of a card has all its text, but words instead of its symbols ("accepted by" for ✓).
  rules: { "label-content-name-mismatch": { enabled: false } },
} satisfies RunOptions;

/** The rules that depend on the theme. All other rules check the structure of the page. */
const colorRules = {
  resultTypes: ["violations"],
  runOnly: ["color-contrast", "link-in-text-block"],
} satisfies RunOptions;

/** Returns the serious and critical violations, one for each element. `axe` must have been evaluated in the page. */
async function seriousViolations({ page }: PreviewPage, options: RunOptions): Promise<readonly string[]> {
  // An expression in a string has no type. axe.run resolves to AxeResults.
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults;
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

interface PageState {
  readonly options?: PreviewOptions;
  readonly tree?: Tree;
  /** Brings the page into the state, from the map with a mark at the card `cause`. */
  readonly enter: (preview: PreviewPage) => Promise<unknown>;
  /** A selector that the page matches once it is in the state. */
  readonly expected: string;
}

const pressKeys =
  (card: string | undefined, ...keys: readonly string[]) =>
  async (preview: PreviewPage): Promise<void> => {
    if (card !== undefined) await cardLocator(preview, card).focus();
    for (const key of keys) await preview.page.keyboard.press(key);
  };
const overview = "canvas.overview";
const search = async (preview: PreviewPage): Promise<void> => {
  await pressKeys(undefined, "Control+f")(preview);
  await preview.page.locator(".find-bar input:focus").waitFor();
  await preview.page.keyboard.type("winter");
  await preview.page.keyboard.press("Enter");
};
const selectSpeaker = async (preview: PreviewPage): Promise<void> => {
  await pressKeys(undefined, "s")(preview);
  await preview.page.getByRole("checkbox", { name: "City Mobility Office" }).check();
};
const foldAndMark = async (preview: PreviewPage): Promise<void> => {
  await pressKeys(undefined, "3")(preview);
  await preview.send({ type: "cursor", card: "mild" });
};
/** Zooms to fit the map, which shows an overview, and then to fit its width. */
const fitToWidth = async (preview: PreviewPage): Promise<void> => {
  await pressKeys(undefined, "0")(preview);
  await preview.page.locator(overview).waitFor();
  await pressKeys(undefined, "0")(preview);
};
const sendCoverage = (preview: PreviewPage): Promise<void> =>
  preview.send({ type: "coverage", counts: { cited: 12, paragraphs: 30, unquoted: 4 } });

/** Weighs the map: some cards fall, some are undecided, and one changes by a supposition. */
const weighUnder =
  (...keys: readonly string[]) =>
  async (preview: PreviewPage): Promise<void> => {
    await pressKeys("cause", ...keys)(preview);
    const weights = ardmore.cards.map(({ id }, index) => ({
      card: id,
      standing: (["stands", "falls", "undecided"] as const)[index % 3] ?? "stands",
      ...(index % 3 === 1 && { standingBefore: "stands" as const }),
      likelihood: { stands: 0.72, open: 0, error: 0.004, label: "likely (72%)", badge: "≈ likely 72%" },
    }));
    const requestId = (await preview.sentMessages()).filter(({ type }) => type === "weigh").length;
    await preview.send({ type: "weights", requestId, result: { revision: 1, weights } });
    await preview.send({ type: "weights", requestId: requestId + 1, result: { revision: 1, weights } });
  };

/** Shows a table with a link to each card, cells in all tones, totals and a note. */
const showTable = async (preview: PreviewPage): Promise<void> => {
  await pressKeys(undefined, "b")(preview);
  const rows = ardmore.cards
    .slice(0, 12)
    .map((card, index) => [
      { text: [{ label: card.text, entry: card.id }] },
      { text: [`${index}%`], value: index, tone: cellTones[index % cellTones.length] },
    ]);
  const table: CardTable = {
    kind: "assumptions",
    title: "Key assumptions",
    columns: [
      { heading: "Assumption", isNumeric: false },
      { heading: "Importance", entry: ardmore.cards[0]?.id, isNumeric: true },
    ],
    rows,
    totals: [[{ text: ["Sum"] }, { text: ["7"] }]],
    notes: [["See ", { label: "this", entry: ardmore.cards[1]?.id ?? expect.unreachable() }, "."]],
  };
  await preview.send({ type: "tables", requestId: 1, result: { tables: [table] } });
  await preview.page.locator("th button.sort").first().click();
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

const states: Readonly<Record<string, PageState>> = {
  tree: { enter: pressKeys("cause"), expected: '[data-card="cause"]:focus' },
  heading: { enter: pressKeys(undefined), expected: ".map-heading p" },
  down: { enter: pressKeys(undefined, "d"), expected: '[aria-label="Lay out left to right"]' },
  weighed: { enter: weighUnder("w"), expected: ".card.is-fallen .standing-badge" },
  supposing: { enter: weighUnder("w", "h"), expected: ".supposition-bar" },
  likelihoods: { enter: weighUnder("w", "w"), expected: ".standing-badge.is-likelihood" },
  outline: {
    enter: pressKeys("cause", "t"),
    expected: '[aria-label="Show as tree"]',
    options: { width: 720, height: 900 },
  },
  "outline-narrow": {
    enter: pressKeys("cause"),
    expected: '[aria-label="Show as tree"]',
    options: { width: 340, height: 700 },
  },
  narrow: { enter: pressKeys("cause", "/"), expected: ".find-bar input:focus", options: { width: 340, height: 600 } },
  folded: { enter: foldAndMark, expected: ".ring.cursor-mark.is-inside-folded" },
  focus: { enter: pressKeys("cause", "f", "i"), expected: ".entry-popover:focus" },
  find: { enter: search, expected: ".is-current-find-match" },
  filter: { enter: selectSpeaker, expected: ".filter input:checked" },
  entry: { enter: pressKeys("cause", "i"), expected: ".entry-popover:focus" },
  table: { enter: showTable, expected: "th[aria-sort]" },
  "table-narrow": { enter: showTable, expected: "th[aria-sort]", options: { width: 340, height: 600 } },
  quotes: { enter: pressKeys("8", "q"), expected: ".quotes-popover button:focus" },
  "quotes-that-lead": { enter: pressKeys("8", "q"), expected: ".quotes-popover .passage-link", tree: mapWithPassages },
  coverage: { enter: sendCoverage, expected: ".coverage" },
  legend: { enter: pressKeys(undefined, "l"), expected: ".legend" },
  help: { enter: pressKeys(undefined, "?"), expected: ".help" },
  far: { enter: pressKeys(undefined, "0"), expected: overview, tree: large },
  "far-width": { enter: fitToWidth, expected: ".picture:not(.is-overview)", tree: large },
  "coverage-narrow": { enter: sendCoverage, expected: ".coverage", options: { width: 340, height: 600 } },
  blocks: { enter: pressKeys(undefined, "-", "-", "-", "-"), expected: overview, tree: large },
  large: { enter: pressKeys("c0"), expected: '[data-card="c0"]:focus', tree: large },
  "250-percent": {
    enter: pressKeys("cause", "i"),
    expected: ".entry-popover:focus",
    options: { width: 600, height: 420, scale: 2.5 },
  },
};

test.each(Object.entries(states))("the state %s has no serious violation in any theme", async (name, state) => {
  const { enter, expected, tree = map, options } = state;
  const preview = await openPreview({ width: 1100, height: 700, ...options });
  await preview.show(tree);
  await preview.send({ type: "cursor", card: "cause" });
  await enter(preview);
  await preview.page.locator(expected).first().waitFor();
  await preview.page.screenshot({ path: join(output, `state-${name}.png`) });
  // Evaluated by the browser's tools: the page's content security policy allows no other scripts.
  await preview.page.evaluate(axe);
  let rules: RunOptions = allRules;
  for (const theme of themeNames) {
    await preview.setTheme(theme);
    expect(await seriousViolations(preview, rules), theme).toEqual([]);
    rules = colorRules;
  }
});
