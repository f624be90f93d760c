import { keywordSpan, textSpan } from "../../../language/problem.ts";
import type { EntryCheck } from "../../check.ts";

/** An import that leads to no file. */
export const importNotFound: EntryCheck = {
  code: "import-not-found",
  severity: "error",
  title: "An imported file that cannot be found",
  scope: "entry",
  *check(entry, { file }) {
    if (entry.head.keyword !== "import") return;
    if (entry.text === "") {
      const message = "Which file is to be imported? Write its path after the colon, as in “import: people.argmap”.";
      yield { at: keywordSpan(entry), entry, message };
      return;
    }
    const target = file.imports.find((one) => one.entry === entry)?.target;
    if (target?.state !== "missing") return;
    const message = `There is no map at “${entry.text}”. The path goes from this file’s own folder, with “/” between folders.`;
    yield { ...textSpan(entry), entry, message };
  },
};
