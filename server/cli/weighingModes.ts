import { STDIN } from "./standardStreams.ts";

/** The values of `--weighing`: what stands, or also how likely it is. */
export const weighingModes = ["standing", "likelihood"] as const;
export type DrawnEvaluation = (typeof weighingModes)[number];

/** What `--weighing` shows without a value. */
export const defaultWeighing: DrawnEvaluation = "likelihood";

/**
 * Returns the arguments with a value for each `--weighing` before the name of a map, which would else be read as its value, as
 * in `export --weighing talk.argmap`.
 */
export const withWeighingValue = (args: readonly string[]): string[] =>
  args.map((arg, index) => {
    const next = args[index + 1] ?? "";
    return arg === "--weighing" && (next === STDIN || /[./\\]/.test(next)) ? `--weighing=${defaultWeighing}` : arg;
  });
