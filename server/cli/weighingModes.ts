/** What `argmap render --weighing` shows of an evaluation. */
export const weighingModes = ["standing", "likelihood"] as const;
export type DrawnEvaluation = (typeof weighingModes)[number];
