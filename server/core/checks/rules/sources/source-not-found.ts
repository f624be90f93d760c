import { attributeOf } from "../../../language/entry.ts";
import { valueSpan } from "../../../language/problem.ts";
import { isValidValue } from "../../../language/values.ts";
import type { EntryCheck } from "../../check.ts";

/** A source whose `file` leads to no file. */
export const sourceNotFound: EntryCheck = {
  code: "source-not-found",
  severity: "error",
  title: "A source whose file cannot be found",
  scope: "entry",
  *check(entry, { sourceText }) {
    if (entry.head.keyword !== "source") return;
    const path = attributeOf(entry, "file");
    if (path === undefined || !isValidValue("file", path.value) || sourceText(entry).state !== "missing") return;
    const message = `There is no file at “${path.value}”. The path goes from this map’s own folder, with “/” between folders.`;
    yield { ...valueSpan(entry, path), entry, message };
  },
};
