import type { Problem } from "../language/problem.ts";
import type { Check, CheckFinding } from "./check.ts";

/** Runs single checks, and catches their errors, so that a bug in one check does not stop the others. */
export class CheckRunner {
  readonly #reportError: ((error: unknown) => void) | undefined;
  #errors: unknown[] = [];

  /** @param reportError receives the errors; without it, they are kept for `throwFirstError` */
  constructor(reportError: ((error: unknown) => void) | undefined) {
    this.#reportError = reportError;
  }

  /** Returns the problems that a check finds; none if it throws. */
  run(check: Check, find: () => Iterable<CheckFinding>): readonly Problem[] {
    const { code } = check;
    return this.attempt<readonly Problem[]>(
      () =>
        Array.from(find(), (finding) => {
          const { severity = check.severity, message, at, to, entry } = finding;
          const { related = [], suggestions = [], suggestionNotes = [], isShownOnce = false } = finding;
          return { code, severity, message, isShownOnce, at, to, related, entry, suggestions, suggestionNotes };
        }),
      [],
    );
  }

  /** Returns the result of a function, or `fallback` if it throws. */
  attempt<Result>(work: () => Result, fallback: Result): Result {
    try {
      return work();
    } catch (error) {
      if (this.#reportError === undefined) this.#errors.push(error);
      else this.#reportError(error);
      return fallback;
    }
  }

  /** Throws the first error that has been kept since the last call. */
  throwFirstError(): void {
    const [error] = this.#errors;
    const hasFailed = this.#errors.length > 0;
    this.#errors = [];
    if (hasFailed) throw error;
  }
}
