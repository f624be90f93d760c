/** A document that is open in the client. */
export interface OpenDocument {
  /** The URI in the client's own spelling, which messages to the client must use. */
  readonly clientUri: string;
  readonly version: number;
  /** The number of edits since the document was opened. */
  readonly editCount: number;
  /** Whether it is an argument map. Other documents are articles. */
  readonly isMap: boolean;
}
