import { hasExpectedKind, targetOf } from "../../../language/graph.ts";
import { type Reference, referencesOf } from "../../../language/map.ts";
import {
  isStep,
  type Keyword,
  keywordRules,
  keywords,
  type NameKind,
  withArticle,
} from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { joinList } from "../../support/messages.ts";

/** A name that stands for something, but not for what is asked for here. */
export const wrongKind: EntryCheck = {
  code: "wrong-kind",
  severity: "error",
  title: "A name of the wrong kind",
  scope: "entry",
  *check(entry) {
    for (const reference of referencesOf(entry)) {
      const target = reference.role === "loose" ? undefined : targetOf(reference);
      if (target === undefined || hasExpectedKind(target, reference)) continue;
      const { name } = reference;
      const { keyword } = target.head;
      yield {
        at: { line: entry.line, start: name.start, end: name.end },
        entry,
        message: `“${name.text}” is ${withArticle(keyword)}. ${remedy(reference, keyword)}`,
        related: [{ entry: target, message: `The ${keyword} is here` }],
      };
    }
  },
};

function remedy({ role, name, expectedKinds }: Reference, found: Keyword): string {
  const wanted = joinList(keywordsOf(expectedKinds).map(withArticle), "or");
  if (role !== "premise")
    return `${role === "quote" ? "A quote needs the name of" : `“${role}” needs`} ${wanted} here.`;
  if (!isStep(found)) return `Only ${wanted} can be used as a premise.`;
  return `Only ${wanted} can be used again: write the text of “${name.text}” out as a premise with a name of its own, and use that name here.`;
}

/** The keywords whose names are of these kinds. */
const keywordsOf = (kinds: readonly NameKind[]): readonly Keyword[] =>
  keywords.filter((keyword) => {
    const { kind } = keywordRules[keyword];
    return kind !== undefined && kinds.includes(kind);
  });
