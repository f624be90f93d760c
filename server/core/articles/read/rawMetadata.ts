/** The metadata of an article as its file contains it. */
export interface RawMetadata {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly date: string | undefined;
}
