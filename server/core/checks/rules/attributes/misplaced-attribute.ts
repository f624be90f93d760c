import type { Entry } from "../../../language/entry.ts";
import { keySpan } from "../../../language/problem.ts";
import { rules, withArticle } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { listed, quoted, sentence } from "../../support/messages.ts";

/** An attribute that its entry does not take. */
export const misplacedAttribute: EntryCheck = {
  code: "misplaced-attribute",
  severity: "error",
  title: "An attribute that its entry does not take",
  scope: "entry",
  *check(entry) {
    const taken: readonly string[] = entry.head.form === "bare" ? [] : rules[entry.head.keyword].attributes;
    for (const { key, line } of entry.attributes) {
      if (taken.includes(key) || (key.startsWith("x-") && taken.length > 0)) continue;
      yield { at: keySpan(line), entry, message: `${refusal(entry, key, taken)} ${wayOut(entry, taken)}` };
    }
  },
};

function refusal({ head }: Entry, key: string, taken: readonly string[]): string {
  if (head.form === "bare") return `“${key}” is said where “${head.name?.text}” is written out, not where it is used.`;
  const may = taken.length === 0 ? "takes no attributes" : `takes ${listed(taken.map(quoted), "and")}, not “${key}”`;
  return `${sentence(withArticle(head.keyword))} ${may}.`;
}

function wayOut({ head }: Entry, taken: readonly string[]): string {
  if (head.form === "bare") return "Move it there, or put a backslash before it if it is meant as text.";
  const other = taken.includes("note") ? "Put it into a “note”, or put" : "Take it out, or put";
  return `${other} a backslash before it if it is meant as text.`;
}
