import { type ClauseWord, type Keyword, keywordRules } from "../../../language/vocabulary.ts";
import { capitalize, joinList, withArticle } from "../../../strings/english.ts";
import type { EntryCheck } from "../../check.ts";
import { inQuotes } from "../../support/messages.ts";
import { supportedTarget } from "../../support/supportedTarget.ts";

/** A clause that its entry does not take. */
export const misplacedClause: EntryCheck = {
  code: "misplaced-clause",
  severity: "error",
  title: "A clause that its entry does not take",
  scope: "entry",
  *check(entry) {
    const { keyword, clauses } = entry.head;
    for (const { word, start, end } of clauses) {
      if (keywordRules[keyword].clauses.includes(word)) continue;
      const use = supportedTarget(entry);
      const message =
        use === undefined
          ? misplacedClauseMessage(keyword, word)
          : `${capitalize(withArticle(keyword))} takes no “${word}”. Write “${use.keyword} ${use.clause} ${use.target}:” below it, and “premise ${use.name}” under that.`;
      yield { at: { line: entry.line, start, end }, entry, message };
    }
  },
};

function misplacedClauseMessage(keyword: Keyword, word: ClauseWord): string {
  if (keyword === "assumption" && word === "by") {
    return "An assumption has no speaker, so it takes no “by”. Remove the clause, or make it a premise.";
  }
  const allowed = joinList(keywordRules[keyword].clauses.map(inQuotes), "or");
  return `${capitalize(withArticle(keyword))} takes ${allowed}, not “${word}”. Remove the clause.`;
}
