/** The quick fix that converts text of another tool. */
import { otherToolOf } from "../../core/language/intent/otherTools.ts";
import { UserError } from "../shared/userError.ts";
import type { AsyncFix } from "./codeAction.ts";

/** Converts all text of another tool between two entries. It is offered once, however many lines have a problem. */
export const convertOtherTool: AsyncFix = async ({ workspace, file }, problems) => {
  for (const problem of problems) {
    const { line } = problem.at;
    const tool = otherToolOf(line.scanned.raw);
    if (tool === undefined || (problem.code !== "stray-line" && problem.code !== "list-in-text")) continue;
    return [
      {
        title: `Convert to Argmap from ${tool}`,
        kind: "quickfix",
        fixes: problem,
        isPreferred: true,
        isSlow: true,
        edit: async () => {
          const { convertForeignText } = await import("./convertForeignText.ts");
          const edit = await convertForeignText(workspace, file, line);
          if (edit !== undefined) return edit;
          throw new UserError(`${tool} cannot read this text. Import it from a file of its own to see what is wrong.`);
        },
      },
    ];
  }
  return [];
};
