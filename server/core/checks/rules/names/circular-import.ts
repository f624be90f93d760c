import { textSpan } from "../../../language/problem.ts";
import { baseName } from "../../../strings/baseName.ts";
import { joinList } from "../../../strings/english.ts";
import type { EntryCheck } from "../../check.ts";
import { inQuotes } from "../../support/messages.ts";

/** Files that import each other in a circle. */
export const circularImport: EntryCheck = {
  code: "circular-import",
  severity: "error",
  title: "Files that import each other in a circle",
  scope: "entry",
  keywords: ["import"],
  *check(entry, { file }) {
    const target = file.imports.find((one) => one.entry === entry)?.target;
    if (target?.state !== "circular") return;
    yield { ...textSpan(entry), entry, message: circularImportMessage(target.cycle) };
  },
};

function circularImportMessage(cycle: readonly string[]): string {
  const names = cycle.map(baseName);
  if (new Set(cycle).size < 2) return "A file cannot import itself. Remove this line.";
  const chain = names.slice(1).map((name, index) => `${inQuotes(names[index] ?? "")} imports ${inQuotes(name)}`);
  return `These files import each other in a circle: ${joinList(chain)}. Remove one of these imports. Until then, this one is ignored.`;
}
