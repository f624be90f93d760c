/** Renames the name at the cursor in all maps. */
import * as v from "valibot";
import { range } from "../../../server/protocol/schemas.ts";
import type { ServerRequests } from "../connection/serverRequests.ts";
import { applyEdit, mapEdits, snapshotOf, workspaceEdit } from "./applyEdit.ts";
import type { OpenMap } from "./openMaps.ts";
import { toPosition } from "./positions.ts";

interface RenameContext {
  readonly server: ServerRequests;
  /** The maps that are open in the server. */
  readonly maps: () => readonly OpenMap[];
  /** Asks the user for a new name; undefined if the user cancels. */
  readonly askName: (name: string) => Promise<string | undefined>;
}

const renameTarget = v.object({ range, placeholder: v.string() });

/** Asks for a new name and renames. Rejects with the reason if there is no name at the cursor, or the new one cannot be used. */
export async function renameAt(file: OpenMap, { server, maps, askName }: RenameContext): Promise<void> {
  const textDocument = { uri: file.uri };
  const { doc, selection } = file.state;
  const position = toPosition(doc, selection.main.head);
  const target = await server.ask("textDocument/prepareRename", { textDocument, position }, renameTarget);
  const newName = await askName(target.placeholder);
  if (newName === undefined || newName === target.placeholder) return;
  const texts = snapshotOf(maps());
  const edit = await server.ask("textDocument/rename", { textDocument, position, newName }, workspaceEdit);
  const fileOf = (uri: string): OpenMap | null => maps().find((map) => map.uri === uri) ?? null;
  if (applyEdit(mapEdits(edit, texts), fileOf, { userEvent: "rename" }) === "stale")
    throw new Error("The text has changed since. Rename it again.");
}
