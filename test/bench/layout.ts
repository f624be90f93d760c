/**
 * Measures how a map fitted into a panel uses it: the share of the panel that is covered by cards, the size of the text as
 * laid out, and the size and share of the letters that cards show from afar. Compares the layout that the preview chooses with
 * a tree that grows to the right in one column.
 *
 * `npm run bench:layout`; `npm run bench:layout -- --each` prints every map.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { openMap } from "../../server/cli/command.ts";
import { MapFile } from "../../server/core/language/map.ts";
import { distantLayout, distantTextSize, MIN_TEXT_ZOOM } from "../../server/core/picture/cards/distantCard.ts";
import type { Size } from "../../server/core/picture/geometry/box.ts";
import { scaleToFit } from "../../server/core/picture/geometry/packColumns.ts";
import type { Picture, PlacedCard } from "../../server/core/picture/model.ts";
import { choosePanelLayout } from "../../server/core/picture/panelLayout.ts";
import { createPicture } from "../../server/core/picture/picture.ts";
import { cachedMeasure, tableMeasure } from "../../server/core/picture/typesetting/measure.ts";
import { buildTree, plainTree } from "../../server/core/tree/buildTree.ts";
import type { Tree } from "../../server/core/tree/tree.ts";
import { diskFileSystem } from "../../server/node/diskFileSystem.ts";
import { root } from "../support/root.ts";
import { makeStructure } from "./generated/structure.ts";
import { writeArgmap } from "./generated/writeArgmap.ts";

interface NamedTree {
  readonly name: string;
  readonly tree: Tree;
}

/** The fit of a picture in a panel. */
interface Fit {
  /** The share of the panel that is covered by cards. */
  readonly coverage: number;
  /** The size of the text of cards, in pixels of the panel. */
  readonly textSize: number;
  /** The size of the letters that cards show at this scale, in pixels of the panel. */
  readonly letterSize: number;
  /** The share of the letters of the map that cards show at this scale. */
  readonly lettersShown: number;
}

/** A panel beside an editor and another one, half a window, and a whole window. */
const panels: readonly Size[] = [
  { width: 440, height: 900 },
  { width: 700, height: 900 },
  { width: 1440, height: 900 },
];
const GENERATED_MAPS = 20;
/** The space at the top and the bottom of a panel that toolbars cover. */
const TOOLBARS_HEIGHT = 84;
const BODY_TEXT_SIZE = 13;
const measure = cachedMeasure(tableMeasure);

const each = process.argv.includes("--each");
const maps = [...(await exampleMaps()), ...generatedMaps()];
for (const panel of panels) {
  const rows = maps.map(({ name, tree }) => ({ name, cards: tree.positions.length, ...compare(tree, panel) }));
  console.log(`\nPanel of ${panel.width} × ${panel.height} pixels`);
  printCells("", "cards", "covered before", "after", "text before", "after", "from afar", "letters", "layout");
  if (each)
    for (const { name, cards, before, after, layout } of rows)
      printCells(name, `${cards}`, ...figures(before, after), layout);
  for (const [name, some] of [
    ["mean of the examples", rows.slice(0, -GENERATED_MAPS)],
    ["mean of generated maps", rows.slice(-GENERATED_MAPS)],
    ["mean of all", rows],
  ] as const)
    printCells(name, "", ...figures(mean(some.map(({ before }) => before)), mean(some.map(({ after }) => after))));
}

/** All maps of the folder `examples` that have cards. */
async function exampleMaps(): Promise<readonly NamedTree[]> {
  const folder = join(root, "examples");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".argmap"))
    .sort();
  const trees = await Promise.all(
    names.map(async (name): Promise<NamedTree> => {
      const uri = pathToFileURL(join(folder, name)).href;
      const { file } = await openMap(uri, [pathToFileURL(folder).href], diskFileSystem);
      return { name, tree: plainTree(buildTree(file, () => [])) };
    }),
  );
  return trees.filter(({ tree }) => tree.positions.length > 0);
}

/** Maps of 5 to 195 entries, each of another seed. */
function generatedMaps(): readonly NamedTree[] {
  return Array.from({ length: GENERATED_MAPS }, (_, index): NamedTree => {
    const text = writeArgmap(makeStructure(5 + 10 * index, 1000 + index));
    return { name: `generated ${index + 1}`, tree: plainTree(buildTree(new MapFile("argmap:map", text), () => [])) };
  });
}

function compare(tree: Tree, panel: Size) {
  const area = { width: panel.width, height: panel.height - TOOLBARS_HEIGHT };
  const layout = choosePanelLayout(tree, measure, area, { shape: "automatic", direction: "automatic" });
  const { shape, direction, cardWidth, columnStarts } = layout;
  return {
    before: fitPicture(createPicture(tree, measure), area),
    after: fitPicture(createPicture(tree, measure, { ...layout, width: panel.width }), area),
    layout: shape === "outline" ? shape : `${direction}, ${cardWidth} px, ${columnStarts.size + 1}`,
  };
}

/** The fit of a whole tree, or of an outline that fills the width of the panel and is scrolled. */
function fitPicture({ shape, bounds, cards }: Picture, panel: Size): Fit {
  const isOutline = shape === "outline";
  const scale = isOutline ? Math.min(1, panel.width / bounds.width) : scaleToFit(bounds, panel);
  const visibleHeight = panel.height / scale;
  const covered = cards.reduce((sum, { y, width, height }) => {
    const visible = isOutline ? Math.max(0, Math.min(height, bounds.y + visibleHeight - y)) : height;
    return sum + width * visible * scale ** 2;
  }, 0);
  return {
    coverage: covered / (panel.width * panel.height),
    textSize: BODY_TEXT_SIZE * scale,
    ...lettersFromAfar(cards, scale),
  };
}

/** What can be read on the cards at a scale. */
function lettersFromAfar(cards: readonly PlacedCard[], scale: number): Pick<Fit, "letterSize" | "lettersShown"> {
  const size = distantTextSize(scale);
  if (size === undefined && scale < MIN_TEXT_ZOOM) return { letterSize: BODY_TEXT_SIZE * scale, lettersShown: 0 };
  if (size === undefined) return { letterSize: BODY_TEXT_SIZE * scale, lettersShown: 1 };
  let [all, shown, sizes] = [0, 0, 0];
  const written = cards.filter(({ layout }) => layout.summary !== "");
  for (const { layout } of written) {
    const texts = distantLayout(layout, size, measure).texts.filter(
      ({ color }) => color === "text" || color === "muted",
    );
    all += layout.summary.length;
    shown += texts.reduce((sum, { text }) => sum + text.length, 0);
    sizes += (texts[0]?.size ?? 0) * scale;
  }
  return { letterSize: sizes / written.length, lettersShown: Math.min(1, shown / all) };
}

function mean(fits: readonly Fit[]): Fit {
  const average = (figure: (one: Fit) => number): number =>
    fits.reduce((sum, one) => sum + figure(one), 0) / fits.length;
  return {
    coverage: average(({ coverage }) => coverage),
    textSize: average(({ textSize }) => textSize),
    letterSize: average(({ letterSize }) => letterSize),
    lettersShown: average(({ lettersShown }) => lettersShown),
  };
}

function figures(before: Fit, after: Fit): readonly string[] {
  return [
    ...[before, after].map(({ coverage }) => `${(100 * coverage).toFixed(1)} %`),
    ...[before, after].map(({ textSize }) => `${textSize.toFixed(1)} px`),
    `${after.letterSize.toFixed(1)} px`,
    `${(100 * after.lettersShown).toFixed(0)} %`,
  ];
}

function printCells(name: string, ...cells: readonly string[]): void {
  console.log([name.padEnd(24), ...cells.map((cell) => cell.padStart(15))].join(" ").trimEnd());
}
