/** The registered checks, sorted by what they look at. */
import type { Check, CommentCheck, EntryCheck, EvaluationCheck, FileCheck, GroupCheck, LineCheck } from "./check.ts";
import { checks } from "./registry.ts";

const checksOfScope = <S extends Check["scope"]>(scope: S): readonly Extract<Check, { scope: S }>[] =>
  checks.filter((check): check is Extract<Check, { scope: S }> => check.scope === scope);

export const lineChecks: readonly LineCheck[] = checksOfScope("line");
export const entryChecks: readonly EntryCheck[] = checksOfScope("entry");
/** The checks of entries with a broken head. */
export const brokenHeadChecks = entryChecks.filter(({ includesBroken }) => includesBroken === true);
export const groupChecks: readonly GroupCheck[] = checksOfScope("group");
export const fileChecks: readonly FileCheck[] = checksOfScope("file");
export const evaluationChecks: readonly EvaluationCheck[] = checksOfScope("evaluation");
export const commentChecks: readonly CommentCheck[] = checksOfScope("comment");
