/** The formats in which `argmap check` prints problems. */
export const problemFormats = ["text", "json", "sarif", "github", "junit"] as const;
export type ProblemFormat = (typeof problemFormats)[number];
