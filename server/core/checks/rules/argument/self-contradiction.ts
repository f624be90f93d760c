import { targetOf } from "../../../language/graph.ts";
import { referencesOf } from "../../../language/map.ts";
import { mainWordingOf } from "../../../language/relations/wordings.ts";
import type { EntryCheck } from "../../check.ts";

/** A claim that names itself after `contradicts` or `restates`, or another wording of itself after `contradicts`. */
export const selfContradiction: EntryCheck = {
  code: "self-contradiction",
  severity: "warning",
  title: "A claim that contradicts or restates itself",
  scope: "entry",
  *check(entry, { files }) {
    for (const { name, role, ...reference } of referencesOf(entry)) {
      if (role !== "contradicts" && role !== "restates") continue;
      const target = targetOf({ name, role, ...reference });
      const isOwnWording =
        role === "contradicts" && target !== undefined && mainWordingOf(target, files) === mainWordingOf(entry, files);
      if (target !== entry && !isOwnWording) continue;
      const { start, end, text } = name;
      const what =
        target === entry ? `is this ${entry.head.keyword} itself` : `is this ${entry.head.keyword} in another wording`;
      yield {
        at: { line: entry.line, start, end },
        entry,
        message: `“${text}” ${what}. Name another claim after “${role}”, or remove the name.`,
      };
    }
  },
};
