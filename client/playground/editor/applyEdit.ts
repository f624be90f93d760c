/** Makes the edits of the server in the open maps. */
import type { Text, TransactionSpec } from "@codemirror/state";
import * as v from "valibot";
import { range } from "../../../server/protocol/schemas.ts";
import type { OpenMap } from "./openMaps.ts";
import { type LspRange, toOffsets } from "./positions.ts";

/**
 * An edit of the server as clients without `documentChanges` get it. CodeMirror renames only with this kind, so the playground does
 * not ask for versions.
 */
export const workspaceEdit = v.object({
  changes: v.optional(v.record(v.string(), v.array(v.object({ range, newText: v.string() }))), {}),
});

interface TextEdit {
  readonly range: LspRange;
  readonly newText: string;
}

/** The edits of one map. */
export interface MapEdit {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
  /** The text that the edits were made for, or its version in the server. Undefined or null if it was not open then. */
  readonly base: Text | number | null | undefined;
}

/** The texts of the maps, by their URIs. */
export type TextSnapshot = ReadonlyMap<string, Text>;

/** Returns the texts of the maps as they are now. */
export const snapshotOf = (maps: readonly OpenMap[]): TextSnapshot =>
  new Map(maps.map(({ uri, state }) => [uri, state.doc]));

/** Returns the edits of the server for maps that were so when it was asked. */
export const mapEdits = (
  { changes }: v.InferOutput<typeof workspaceEdit>,
  requested: TextSnapshot,
): readonly MapEdit[] => Object.entries(changes).map(([uri, edits]) => ({ uri, edits, base: requested.get(uri) }));

/**
 * Makes edits, one undo step in each map. If one of the texts has changed since the server was asked, makes none of them: the places
 * would be wrong.
 */
export function applyEdit(
  edits: readonly MapEdit[],
  fileOf: (uri: string) => OpenMap | null,
  spec: Pick<TransactionSpec, "annotations" | "scrollIntoView" | "userEvent">,
): "applied" | "stale" {
  const found = edits.map((edit) => ({ ...edit, file: fileOf(edit.uri) }));
  if (!found.every(({ file, base }) => file !== null && isCurrent(file, base))) return "stale";
  for (const { file, edits: changes } of found)
    file?.dispatch({
      ...spec,
      changes: changes.map((edit) => ({ ...toOffsets(file.state.doc, edit.range), insert: edit.newText })),
    });
  return "applied";
}

function isCurrent({ version, doc, state }: OpenMap, base: MapEdit["base"]): boolean {
  if (base === undefined || base === null) return false;
  // `doc` is the text that the server has in this version.
  return typeof base === "number" ? version === base && doc.eq(state.doc) : base.eq(state.doc);
}
