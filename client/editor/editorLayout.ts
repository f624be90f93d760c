/** Splits the columns of editors. */
import * as v from "valibot";
import { commands, ViewColumn, window } from "vscode";

/** A row or column of editor groups, as `vscode.getEditorLayout` returns it. The groups of a group run in the other direction. */
const editorLayout = v.looseObject({
  groups: v.array(v.looseObject({ size: v.optional(v.number()), groups: v.optional(v.array(v.unknown())) })),
});

/** The parts of a text and of the picture below it. */
const TEXT_AND_PICTURE = [{ size: 0.42 }, { size: 0.58 }];

/**
 * Returns the column for a picture beside an article and its map: one that shows neither of them, or else a new one below
 * the map. Three columns side by side would leave none of them enough width.
 */
export async function columnForPicture(mapColumn: ViewColumn): Promise<ViewColumn> {
  const columns = window.tabGroups.all.map(({ viewColumn }) => viewColumn);
  const free = columns.find((column) => column !== ViewColumn.One && column !== mapColumn);
  if (free !== undefined) return free;
  const layout = v.safeParse(editorLayout, await commands.executeCommand("vscode.getEditorLayout"));
  const group = layout.success ? layout.output.groups[mapColumn - 1] : undefined;
  if (!layout.success || columns.length !== 2 || group === undefined || group.groups) return ViewColumn.Beside;
  const groups = layout.output.groups.with(mapColumn - 1, { ...group, groups: TEXT_AND_PICTURE });
  await commands.executeCommand("vscode.setEditorLayout", { ...layout.output, groups });
  return mapColumn + 1;
}
