import { keywordSpan, textSpan } from "../../../language/problem.ts";
import type { EntryCheck } from "../../check.ts";

/** An import whose file does not exist, or may not be read. */
export const importNotFound: EntryCheck = {
  code: "import-not-found",
  severity: "error",
  title: "An imported file that cannot be found",
  scope: "entry",
  keywords: ["import"],
  *check(entry, { file }) {
    if (entry.text === "") {
      const message = "This import has no path. Write one after the colon, as in “import: people.argmap”.";
      yield { at: keywordSpan(entry), entry, message };
      return;
    }
    const target = file.imports.find((one) => one.entry === entry)?.target;
    if (target?.state === "restricted") {
      const message =
        "This map is outside the open folders, and you have not trusted them. Trust the workspace to read it, or move the map into one of the folders.";
      yield { ...textSpan(entry), entry, message };
    }
    if (target?.state !== "missing") return;
    const message = `There is no map at “${entry.text}”. Write a path relative to this file’s folder, with “/” between folders.`;
    yield { ...textSpan(entry), entry, message };
  },
};
