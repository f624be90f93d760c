/** The marks that `argmap render --weighing` can show. */
export const weighingModes = ["standing", "likelihood"] as const;
export type DrawnEvaluation = (typeof weighingModes)[number];
