import type { Entry } from "../../core/language/entry.ts";
import { definedName, fileOf } from "../../core/language/map.ts";
import { keywordRules } from "../../core/language/vocabulary.ts";
import { rename } from "../../features/requests/editing/rename.ts";
import { UserError } from "../../features/shared/userError.ts";
import { uniqueName } from "../../features/textEdits/freshNames.ts";
import { insertNameEdit } from "../../features/textEdits/headEdits.ts";
import { workspaceEdit } from "../../features/textEdits/workspaceEdit.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { MapDraft } from "./mapDraft.ts";

/**
 * Names or renames an entry, with all uses of its name in all maps. An entry without a name gets one that is free first, so
 * that both cases obey the same rules.
 *
 * @throws {UserError} if the name is invalid or taken, or would change what another name refers to
 */
export function giveName(workspace: Workspace, draft: MapDraft, entry: Entry, name: string): void {
  const { keyword, form } = entry.head;
  if (form !== "full" || keywordRules[keyword].name !== "defines")
    throw new UserError(
      form === "bare"
        ? "This premise only refers to a claim. Rename the claim itself."
        : `A ${keyword} like this has no name. Name another entry.`,
    );
  const file = fileOf(entry);
  if (definedName(entry) === undefined)
    draft.apply(
      workspaceEdit(workspace, [insertNameEdit(entry, uniqueName("new-name", workspace.withAllImporters(file)))]),
    );
  const start = definedName(entry)?.start;
  if (start === undefined) throw new UserError("This entry cannot have a name. Name another entry.");
  const position = { line: file.syntax.lines.numberOf(entry.line), character: start };
  const edit = rename(workspace, file.uri, position, name);
  const [doubt] = Object.values(edit.changeAnnotations ?? {}).filter((one) => one.needsConfirmation);
  if (doubt !== undefined) throw new UserError(`${doubt.label}. Choose another name.`);
  draft.apply(edit);
}
