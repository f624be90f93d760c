/** The entry for an article that the user has opened beside a map. */
export interface SourceInsertion {
  readonly position: number;
  readonly inserted: string;
}
/** Returns where to insert the source of an article, and its text. Undefined if the map names the file already. */
export declare function sourceInsertion(text: string, path: string): SourceInsertion | undefined;
