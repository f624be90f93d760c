import type { Position } from "vscode-languageserver";
import { otherToolOf } from "../../core/language/intent/otherTools.ts";
import type { ConvertPasteResult } from "../../protocol/maps.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** A single line may look like that of another tool by chance. */
const MIN_LINES = 2;

/**
 * Converts a text that is being pasted into an empty line of a map. Null if it is not in the format of another tool, or entries
 * at the left edge cannot stand there.
 */
export async function convertPaste(
  workspace: Workspace,
  uri: string,
  position: Position,
  text: string,
): Promise<ConvertPasteResult> {
  const file = workspace.get(uri)?.file;
  const [tool, ...others] = text.split(/\r\n|\r|\n/).flatMap((line) => otherToolOf(line) ?? []);
  if (file === undefined || tool === undefined || others.length + 1 < MIN_LINES || position.character > 0) return null;
  const { convertPastedText } = await import("../actions/convertForeignText.ts");
  const converted = await convertPastedText(workspace, file, position.line, text, tool);
  return converted === undefined ? null : { text: converted, tool };
}
