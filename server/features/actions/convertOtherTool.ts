/** The quick fix that converts text of another tool. */
import { UserError } from "../shared/userError.ts";
import { childIndent } from "../textEdits/lineBlocks.ts";
import { workspaceEdit } from "../textEdits/workspaceEdit.ts";
import type { AsyncFix } from "./codeAction.ts";
import { foreignTextAt, MAX_CONVERTED_LENGTH } from "./foreignText.ts";

/** The problems that lines of another tool have. */
const CODES: ReadonlySet<string> = new Set(["stray-line", "list-in-text", "text-after-children"]);

/** Converts all text of another tool between two entries. It is offered once, however many lines have a problem. */
export const convertOtherTool: AsyncFix = async ({ workspace, file }, problems) => {
  for (const problem of problems) {
    const { line } = problem.at;
    if (!CODES.has(problem.code)) continue;
    const text = foreignTextAt(file, line);
    if (text === undefined || file.syntax.lines.numberOf(line) < text.first) continue;
    const { tool, length, isRootless, owner } = text;
    const isBelowNothing = isRootless && owner === undefined;
    return [
      {
        title: `Convert to Argmap from ${tool}`,
        kind: "quickfix",
        fixes: problem,
        // Where nothing shows what the text is for or against, the edit is refused with a message that says how to go on.
        isPreferred: !isBelowNothing,
        isSlow: true,
        edit: async () => {
          if (isBelowNothing)
            throw new UserError(
              "This text is for or against something that is not part of it. Indent it under that claim, then convert it.",
            );
          if (length > MAX_CONVERTED_LENGTH)
            throw new UserError("This text is too long to convert here. Import it from a file of its own.");
          const version = workspace.get(file.uri)?.version;
          const { convertForeignText } = await import("./foreignConversion.ts");
          const edits = await convertForeignText(workspace, file, line, owner === undefined ? "" : childIndent(owner));
          // The map may have changed while the format was loaded.
          if (edits !== undefined && workspace.get(file.uri)?.version === version)
            return workspaceEdit(workspace, edits);
          throw new UserError(`${tool} cannot read this text. Import it from a file of its own to see what is wrong.`);
        },
      },
    ];
  }
  return [];
};
