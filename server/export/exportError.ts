/** The export failed; the message gives the reason. */
export class ExportError extends Error {}
