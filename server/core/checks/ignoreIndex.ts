/** Which problems of a file its comments silence. */
import type { Entry, Line } from "../language/entry.ts";
import type { IgnoreComment } from "../language/parsing/ignoreComment.ts";
import type { Problem } from "../language/problem.ts";
import type { Syntax } from "../language/syntax.ts";
import type { IgnoreContext } from "./check.ts";
import { errorCodes, ignorableCodes } from "./ignorableCodes.ts";

/** A comment with the entry that it applies to. */
interface PlacedComment {
  readonly line: Line;
  readonly comment: IgnoreComment;
  readonly target: Entry | undefined;
}

/** The comments of a file that silence problems. */
export class IgnoreIndex {
  #comments: readonly PlacedComment[] = [];

  /** Reads the comments again. Returns whether the set of silenced problems may have changed. */
  update(syntax: Syntax): boolean {
    if (syntax.ignoreComments.size + this.#comments.length === 0) return false;
    const before = this.#comments;
    this.#comments = Array.from(syntax.ignoreComments, (line) => placeComment(syntax, line)).flatMap(
      (one) => one ?? [],
    );
    return (
      before.length !== this.#comments.length ||
      before.some(({ comment, target }, index) => {
        const now = this.#comments[index];
        return comment !== now?.comment || target !== now.target;
      })
    );
  }

  /** Whether there are comments that silence problems. */
  get hasComments(): boolean {
    return this.#comments.length > 0;
  }

  /**
   * Returns the problems that no comment silences, and what each comment does.
   *
   * @param hasRun whether the check with a code has run
   */
  filter(
    problems: Iterable<Problem>,
    hasRun: (code: string) => boolean,
  ): {
    readonly shown: Iterable<Problem>;
    readonly contexts: readonly IgnoreContext[];
  } {
    if (this.#comments.length === 0) return { shown: problems, contexts: [] };
    const silenced = new Map<PlacedComment, Set<string>>(this.#comments.map((comment) => [comment, new Set()]));
    const shown = [...problems].filter((problem) => {
      const responsible = this.#comments.filter((comment) => isSilencedBy(problem, comment));
      for (const comment of responsible) silenced.get(comment)?.add(problem.code);
      return responsible.length === 0;
    });
    const contexts = this.#comments.map((placed): IgnoreContext => {
      const { line, comment, target } = placed;
      const codes = silenced.get(placed);
      return {
        line,
        comment,
        hasTarget: target !== undefined,
        silences: (code) => codes?.has(code) === true,
        hasRun,
        ignorableCodes,
        errorCodes,
      };
    });
    return { shown, contexts };
  }
}

function isSilencedBy({ code, entry }: Problem, { comment, target }: PlacedComment): boolean {
  if (!comment.codes.some(({ text }) => text === code) || !ignorableCodes.has(code)) return false;
  return comment.scope === "file" || (target !== undefined && target === entry);
}

/** Finds the entry directly below a comment, or below the comments under it. */
function placeComment({ lines }: Syntax, line: Line): PlacedComment | undefined {
  const { scanned } = line;
  if (scanned.kind !== "comment" || scanned.ignores === undefined) return undefined;
  let number = lines.numberOf(line) + 1;
  while (lines.at(number)?.scanned.kind === "comment") number++;
  const below = lines.at(number);
  return { line, comment: scanned.ignores, target: below?.owner?.line === below ? below?.owner : undefined };
}
