/** Makes the changes of *Fix All* in files on disk. */
import { fileURLToPath } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { fixAll } from "../../features/requests/editing/codeActions.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { writeOutput } from "../command.ts";

/** Fixes cannot be needed by later ones more often than this. */
const MAX_ROUNDS = 10;

/**
 * Writes the files with the changes of *Fix All* in them, until there are no more. Returns whether a file was changed.
 *
 * @throws {UsageError} if a file cannot be written
 */
export async function fixMaps(workspace: Workspace, uris: readonly string[]): Promise<boolean> {
  const changed = new Map<string, string>();
  for (const uri of uris) {
    // A fix can make another one possible.
    for (let round = 1; round <= MAX_ROUNDS; round++) {
      const edits = (fixAll(workspace, uri)?.documentChanges ?? []).flatMap((change) =>
        "edits" in change && change.textDocument.uri === uri ? change.edits.filter((edit) => "newText" in edit) : [],
      );
      const file = workspace.get(uri)?.file;
      if (file === undefined || edits.length === 0) break;
      const before = file.syntax.text;
      const after = TextDocument.applyEdits(TextDocument.create(uri, "argmap", round, before), edits);
      if (after === before) break;
      changed.set(uri, after);
      workspace.open(uri, after, round);
    }
  }
  for (const [uri, text] of changed) await writeOutput(fileURLToPath(uri), text);
  return changed.size > 0;
}
