/** The formats of the tables that `argmap report` prints. */
export const reportFormats = ["text", "csv", "markdown", "html", "docx", "json"] as const;
export type ReportFormat = (typeof reportFormats)[number];
