/** The type of the panels of previews, as in `activationEvents` and the `when` clauses of `package.json`. */
export const PREVIEW_VIEW_TYPE = "argmap.preview";
