import type { Entry } from "../../../language/entry.ts";
import { keySpan } from "../../../language/problem.ts";
import { isClauseWord, keywordRules } from "../../../language/vocabulary.ts";
import { capitalize, joinList, withArticle } from "../../../strings/english.ts";
import type { EntryCheck } from "../../check.ts";
import { ESCAPE_TEXT, inQuotes } from "../../support/messages.ts";

/** An attribute that its entry does not take. */
export const misplacedAttribute: EntryCheck = {
  code: "misplaced-attribute",
  severity: "error",
  title: "An attribute that its entry does not take",
  scope: "entry",
  *check(entry) {
    const allowed: readonly string[] = entry.head.form === "bare" ? [] : keywordRules[entry.head.keyword].attributes;
    for (const { key, line } of entry.attributes) {
      if (allowed.includes(key) || (key.startsWith("x-") && allowed.length > 0)) continue;
      yield {
        at: keySpan(line),
        entry,
        message: `${notAllowedMessage(entry, key, allowed)} ${remedy(entry, key, allowed)} ${ESCAPE_TEXT}`,
      };
    }
  },
};

function notAllowedMessage({ head }: Entry, key: string, allowed: readonly string[]): string {
  if (isClauseInHead(head, key)) return `“${key}” belongs in the head of the ${head.keyword}.`;
  if (head.form === "bare") return `“${key}” belongs where “${head.name?.text}” is defined, not where it is used.`;
  const rule = allowed.length === 0 ? "takes no attributes" : `takes ${joinList(allowed.map(inQuotes))}, not “${key}”`;
  return `${capitalize(withArticle(head.keyword))} ${rule}.`;
}

function remedy({ head }: Entry, key: string, allowed: readonly string[]): string {
  if (isClauseInHead(head, key)) return "Move it before the colon.";
  if (head.form === "bare") return "Move it there.";
  return allowed.includes("note") ? "Put it into a “note”." : "Remove it.";
}

/** Whether a key is the word of a clause that the entry takes. */
const isClauseInHead = ({ form, keyword }: Entry["head"], key: string): boolean =>
  form === "full" && isClauseWord(key) && keywordRules[keyword].clauses.includes(key);
