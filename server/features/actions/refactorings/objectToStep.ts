import { toFileEdits } from "../../textEdits/lineEdits.ts";
import { objectToStep as planObjection } from "../../textEdits/objectToStep.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Refactoring } from "../codeAction.ts";

/** Objects to the inference of a step without premises, whose text becomes its premise. */
export const objectToStep: Refactoring = ({ workspace, file, entry }) => {
  const planned = entry && planObjection(entry);
  if (planned === undefined) return [];
  return [
    {
      title: "Object to the step",
      kind: "refactor.rewrite",
      edit: () => workspaceEdit(workspace, toFileEdits(file, [planned.change])),
    },
  ];
};
