import * as v from "valibot";
import { applyExploration, foldBelowLevel, wholeMap } from "../../core/picture/explore.ts";
import { themes } from "../../core/picture/theme.ts";
import { buildTree, plainTree } from "../../core/tree/buildTree.ts";
import { UserError } from "../../features/shared/userError.ts";
import type { ExportedView } from "../../protocol/export.ts";
import { cardOf, treeOf } from "../changes/cardEdits.ts";
import { entryInput, mapInput, wholeNumber } from "../inputs.ts";
import { findEntry } from "../maps/entries.ts";
import type { Tool } from "../tool.ts";

/** Assistants refuse larger images. In base64, these bytes are a third more. */
const MAX_PNG_BYTES = 700_000;
const SCALES = [1.5, 1, 0.6];

const entries = {
  map: mapInput,
  entry: v.optional(entryInput("The entry whose branch to draw")),
  depth: v.optional(wholeNumber(1, 100, "How many levels to draw.")),
  shape: v.optional(
    v.pipe(v.picklist(["tree", "outline"]), v.description("A tree of cards, the default, or an indented list.")),
  ),
};

/** Draws a map or a branch as an image. */
export const drawMapTool: Tool<typeof entries> = {
  name: "draw_map",
  title: "Draw a map",
  description: "Draws a map, or the branch under one entry, as an image. Draw a branch of a large map.",
  changesMaps: false,
  answersWithPicture: true,
  input: v.strictObject(entries),
  async run(session, { map: name, entry, depth, shape = "tree" }) {
    const map = session.map(name);
    const focus = entry === undefined ? undefined : cardOf(treeOf(session.workspace, map), findEntry(map, entry));
    // Without problems, which are of interest only to the author.
    const wholeTree = plainTree(buildTree(map, () => []));
    const branch = { ...wholeMap, focus };
    const folded =
      depth === undefined ? wholeMap.folded : foldBelowLevel(applyExploration(wholeTree, branch).tree, depth);
    const { tree, hidden } = applyExploration(wholeTree, { ...branch, folded });
    if (tree.positions.length === 0) throw new UserError("The map has no entries to draw. Add one first.");
    const view: ExportedView = {
      tree,
      wholeTree,
      options: { shape, direction: "right", hidden: [...hidden], openTexts: wholeTree.cards.map(({ id }) => id) },
      legend: false,
      title: focus === undefined,
      dimmed: [],
      theme: { ...themes.light },
      savedView: {},
    };
    for (const scale of SCALES) {
      const png = await session.host.drawPng(view, scale);
      if (png.length <= MAX_PNG_BYTES) return { text: `${session.nameOf(map.uri)}, drawn.`, png };
    }
    throw new UserError(
      "The picture is too large to be sent. Draw a branch with `entry`, or fewer levels with `depth`.",
    );
  },
};
