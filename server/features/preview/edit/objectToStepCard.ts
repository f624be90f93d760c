import { fileOf } from "../../../core/language/map.ts";
import { objectToStep } from "../../textEdits/objectToStep.ts";
import { type CardTarget, type EditPlan, planFor, rejectEdit, requireReadable } from "./editPlan.ts";

/** Objects to the inference of a step without premises, whose text becomes its premise. */
export function objectToStepCard({ entry }: CardTarget): EditPlan {
  requireReadable(entry);
  const planned = objectToStep(entry);
  if (planned === undefined)
    return rejectEdit("Other entries are about the text of this card. Write the text as a premise under it first.");
  return planFor(fileOf(entry), planned.objection, [planned.change]);
}
