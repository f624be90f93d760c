/** Runs single checks. */
import type { Problem } from "../language/problem.ts";
import type { Check, CheckFinding } from "./check.ts";

/** What all checks have in common: each finds problems in some subject. */
export interface RunnableCheck<Subject, Context> extends Pick<Check, "code" | "severity"> {
  readonly check: (subject: Subject, context: Context) => Iterable<CheckFinding>;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** Runs checks so that a bug in one does not stop the others. */
export class CheckRunner {
  readonly #reportError: ((error: unknown) => void) | undefined;
  #errors: unknown[] = [];

  /** @param reportError receives the error of a check that throws; without it, `finish` throws the first error */
  constructor(reportError: ((error: unknown) => void) | undefined) {
    this.#reportError = reportError;
  }

  /**
   * Returns the problems that a check finds; none if it throws. When a file is opened, this runs dozens of times for each of
   * its entries, so it creates nothing if the check finds nothing.
   */
  run<Subject, Context>(
    check: RunnableCheck<Subject, Context>,
    subject: Subject,
    context: Context,
  ): readonly Problem[] {
    try {
      let found: Problem[] | undefined;
      for (const finding of check.check(subject, context)) {
        found ??= [];
        found.push(problemOf(check, finding));
      }
      return found ?? NO_PROBLEMS;
    } catch (error) {
      this.#handleError(error);
      return NO_PROBLEMS;
    }
  }

  /** Returns the problems that several checks find in one subject. */
  runAll<Subject, Context>(
    checks: readonly RunnableCheck<Subject, Context>[],
    subject: Subject,
    context: Context,
  ): readonly Problem[] {
    let problems = NO_PROBLEMS;
    for (const check of checks) {
      const found = this.run(check, subject, context);
      if (found.length > 0) problems = problems.length === 0 ? found : [...problems, ...found];
    }
    return problems;
  }

  /** Returns the result of some work; `fallback` if it throws. */
  attempt<Result>(work: () => Result, fallback: Result): Result {
    try {
      return work();
    } catch (error) {
      this.#handleError(error);
      return fallback;
    }
  }

  /** Throws the first error since the last call, unless errors are reported. */
  finish(): void {
    if (this.#errors.length === 0) return;
    const [error] = this.#errors;
    this.#errors = [];
    throw error;
  }

  #handleError(error: unknown): void {
    if (this.#reportError === undefined) this.#errors.push(error);
    else this.#reportError(error);
  }
}

function problemOf({ code, severity: usual }: Pick<Check, "code" | "severity">, finding: CheckFinding): Problem {
  const { severity = usual, message, at, to, entry } = finding;
  const { related = [], suggestions = [], suggestionNotes = [], isShownOnce = false } = finding;
  return { code, severity, message, isShownOnce, at, to, related, entry, suggestions, suggestionNotes };
}
