import { definedName } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import type { GroupCheck } from "../../check.ts";

/** A name that two entries define. The first counts. */
export const duplicateName: GroupCheck = {
  code: "duplicate-name",
  severity: "error",
  title: "A name defined twice",
  scope: "group",
  // A prefix only ever stands before a full stop, so it cannot be taken for a name.
  key: (entry) => {
    const name = entry.head.form === "broken" ? undefined : definedName(entry)?.text;
    return name === undefined ? undefined : `${entry.head.keyword === "import" ? "prefix" : "name"} ${name}`;
  },
  *check([first, ...others]) {
    if (first === undefined) return;
    for (const entry of others) {
      yield {
        at: headSpan(entry),
        entry,
        message: `“${definedName(entry)?.text}” is defined already, and that first entry counts. Give this ${entry.head.keyword} a name of its own.`,
        related: [{ entry: first, message: "Defined first here" }],
      };
    }
  },
};
