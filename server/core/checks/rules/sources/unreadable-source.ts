import { isValidValue } from "../../../language/attributes/values.ts";
import { attributeOf } from "../../../language/entry.ts";
import { valueSpan } from "../../../language/problem.ts";
import type { EntryCheck } from "../../check.ts";
import { unreadableMessage } from "../../support/unreadableSource.ts";

/** A source whose file exists but cannot be read. */
export const unreadableSource: EntryCheck = {
  code: "unreadable-source",
  severity: "error",
  title: "A source whose file cannot be read",
  noFix: "The file has to change, not the map.",
  scope: "entry",
  keywords: ["source"],
  *check(entry, { articleOf }) {
    const path = attributeOf(entry, "file");
    if (path === undefined || !isValidValue("file", path.value)) return;
    const message = unreadableMessage(articleOf(entry));
    if (message !== undefined) yield { ...valueSpan(entry, path), entry, message };
  },
};
