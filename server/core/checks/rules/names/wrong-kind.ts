import { hasExpectedKind, targetOf } from "../../../language/graph.ts";
import { type Reference, referencesOf } from "../../../language/map.ts";
import { isStep, type Keyword, keywordRules, keywords, type NameKind } from "../../../language/vocabulary.ts";
import { joinList, withArticle } from "../../../strings/english.ts";
import type { EntryCheck } from "../../check.ts";

/** A name that is defined, but as another kind of entry than is expected here. */
export const wrongKind: EntryCheck = {
  code: "wrong-kind",
  severity: "error",
  title: "A name of the wrong kind",
  scope: "entry",
  *check(entry) {
    for (const reference of referencesOf(entry)) {
      const target = reference.role === "unknown" ? undefined : targetOf(reference);
      if (target === undefined || hasExpectedKind(target, reference)) continue;
      const { name } = reference;
      const { keyword } = target.head;
      yield {
        at: { line: entry.line, start: name.start, end: name.end },
        entry,
        message: `“${name.text}” is ${withArticle(keyword)}. ${remedy(reference, keyword)}`,
        related: [{ entry: target, message: `The ${keyword} is defined here` }],
      };
    }
  },
};

function remedy({ role, expectedKinds }: Reference, found: Keyword): string {
  const expected = joinList(keywordsOf(expectedKinds).map(withArticle), "or");
  return role === "premise" && isStep(found)
    ? `Only ${expected} can be reused as a premise. Rewrite its text as a named premise, and use that name here.`
    : `Name ${expected} after “${role}”.`;
}

/** Returns the keywords of the entries that define names of these kinds. */
const keywordsOf = (kinds: readonly NameKind[]): readonly Keyword[] =>
  keywords.filter((keyword) => {
    const { kind } = keywordRules[keyword];
    return kind !== undefined && kinds.includes(kind);
  });
