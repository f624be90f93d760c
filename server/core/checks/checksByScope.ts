/** The registered checks, sorted by what they look at. */
import type { Entry } from "../language/entry.ts";
import { type Keyword, keywords } from "../language/vocabulary.ts";
import type { Check, CommentCheck, EntryCheck, EvaluationCheck, FileCheck, GroupCheck, LineCheck } from "./check.ts";
import { checks } from "./registry.ts";

const checksOfScope = <S extends Check["scope"]>(scope: S): readonly Extract<Check, { scope: S }>[] =>
  checks.filter((check): check is Extract<Check, { scope: S }> => check.scope === scope);

export const lineChecks: readonly LineCheck[] = checksOfScope("line");
export const entryChecks: readonly EntryCheck[] = checksOfScope("entry");
export const groupChecks: readonly GroupCheck[] = checksOfScope("group");
export const fileChecks: readonly FileCheck[] = checksOfScope("file");
export const evaluationChecks: readonly EvaluationCheck[] = checksOfScope("evaluation");
export const commentChecks: readonly CommentCheck[] = checksOfScope("comment");

const isFor = (check: EntryCheck, keyword: Keyword): boolean => check.keywords?.includes(keyword) !== false;

/** The checks of each keyword, for entries with a head that can be read, and for the others. */
const checksByKeyword = new Map(
  keywords.map((keyword) => {
    const readable = entryChecks.filter((check) => isFor(check, keyword));
    return [keyword, { readable, broken: readable.filter(({ includesBroken }) => includesBroken === true) }];
  }),
);

/** Returns the checks to run on an entry. */
export function entryChecksFor({ head }: Entry): readonly EntryCheck[] {
  const checksOfKeyword = checksByKeyword.get(head.keyword);
  return (head.form === "broken" ? checksOfKeyword?.broken : checksOfKeyword?.readable) ?? [];
}
