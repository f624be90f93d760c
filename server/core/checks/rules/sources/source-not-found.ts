import { isValidValue } from "../../../language/attributes/values.ts";
import { attributeOf } from "../../../language/entry.ts";
import { valueSpan } from "../../../language/problem.ts";
import type { EntryCheck } from "../../check.ts";

/** A source whose `file` does not exist. */
export const sourceNotFound: EntryCheck = {
  code: "source-not-found",
  severity: "error",
  title: "A source whose file cannot be found",
  scope: "entry",
  keywords: ["source"],
  *check(entry, { articleOf }) {
    const path = attributeOf(entry, "file");
    if (path === undefined || !isValidValue("file", path.value) || articleOf(entry).state !== "missing") return;
    const message = `There is no file at “${path.value}”. Write a path relative to this map’s folder, with “/” between folders.`;
    yield { ...valueSpan(entry, path), entry, message };
  },
};
