/** Snapshots of the pictures of the examples. After `vitest -u`, look at the changed pictures before you commit them. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { openMaps } from "../../../server/cli/command.ts";
import type { Picture } from "../../../server/core/picture/model.ts";
import { createPicture, type PictureOptions } from "../../../server/core/picture/picture.ts";
import { createLegend } from "../../../server/core/picture/render/legend.ts";
import { pictureToSvg } from "../../../server/core/picture/render/svg.ts";
import { type ThemeName, themes } from "../../../server/core/picture/theme.ts";
import { cachedMeasure, tableMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import { buildTree, plainTree } from "../../../server/core/tree/buildTree.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { diskFileSystem } from "../../../server/node/diskFileSystem.ts";
import { root } from "../../support/root.ts";

const measure = cachedMeasure(tableMeasure);

async function treeOf(name: string): Promise<Tree> {
  const uri = pathToFileURL(join(root, "examples", `${name}.argmap`)).toString();
  const file = (await openMaps([uri], [], diskFileSystem)).workspace.get(uri)?.file ?? expect.unreachable();
  return plainTree(buildTree(file, () => []));
}

/** The positions of all parts, one per line. Without ids, which may contain folder names. */
function positions({ bounds, sectionAreas, cards, frames }: Picture): string {
  const at = ({ x, y, width, height }: Picture["bounds"]): string => `${x} ${y} ${width} ${height}`;
  const lines = [
    `picture ${at(bounds)}`,
    ...sectionAreas.map((area) => `ground ${at(area)} ${area.title}`),
    ...frames.map((frame) => `${frame.form} ${at(frame)} ${frame.hue}`),
    ...cards.map((card) => `${card.layout.card.kind} ${at(card)} ${card.layout.card.name ?? card.layout.card.text}`),
  ];
  return `${lines.join("\n")}\n`;
}

const shapes = {
  right: {},
  down: { direction: "down" },
  outline: { shape: "outline", width: 420 },
} as const satisfies Readonly<Record<string, PictureOptions>>;

describe.each(["ardmore", "first-map", "us-russia-reset", "zh-old-town", "energy/main"])(
  "examples/%s.argmap",
  (name) => {
    test.each(Object.entries(shapes))("has the same layout: %s", async (shape, options) => {
      const file = `snapshots/${name.replace("/", "-")}.${shape}.txt`;
      await expect(positions(createPicture(await treeOf(name), measure, options))).toMatchFileSnapshot(file);
    });
  },
);

test.each([
  ["first-map", "right", "light"],
  ["first-map", "outline", "high-contrast"],
  ["energy/main", "right", "dark"],
  ["zh-old-town", "down", "high-contrast-light"],
] as const satisfies readonly (readonly [string, keyof typeof shapes, ThemeName])[])(
  "examples/%s.argmap has the same SVG with legend: %s, %s",
  async (name, shape, theme) => {
    const picture = createPicture(await treeOf(name), measure, shapes[shape]);
    const svg = pictureToSvg(picture, themes[theme], { legend: createLegend(picture, measure) });
    await expect(svg).toMatchFileSnapshot(`snapshots/${name.replace("/", "-")}.${shape}.svg`);
  },
);
