import { MAX_NAME_LENGTH } from "../../../language/characters.ts";
import { definedName } from "../../../language/map.ts";
import { headSpan } from "../../../language/problem.ts";
import { truncate } from "../../../strings/truncate.ts";
import type { GroupCheck } from "../../check.ts";

/** A name that two entries define. The first definition counts. */
export const duplicateName: GroupCheck = {
  code: "duplicate-name",
  severity: "error",
  title: "A name defined twice",
  scope: "group",
  // A prefix is always followed by a full stop, so it cannot be confused with a name.
  key: (entry) => {
    const name = entry.head.form === "broken" ? undefined : definedName(entry)?.text;
    return name !== undefined && entry.head.keyword === "import" ? `${name}.` : name;
  },
  *check([first, ...others]) {
    if (first === undefined) return;
    for (const entry of others) {
      yield {
        at: headSpan(entry),
        entry,
        message: `“${truncate(definedName(entry)?.text ?? "", MAX_NAME_LENGTH)}” is already defined, and the first definition counts. Give this ${entry.head.keyword} another name.`,
        related: [{ entry: first, message: "First defined here" }],
      };
    }
  },
};
