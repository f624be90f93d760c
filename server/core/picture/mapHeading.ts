import { capitalize } from "../strings/english.ts";
import type { MapMetadata, Tree } from "../tree/tree.ts";
import { fill, pictureWords } from "./words/languages.ts";

/** The title of a map, and a line about it: author, date and sources. */
export interface MapHeading {
  readonly title: string;
  /** Empty if the map says nothing about itself. */
  readonly details: string;
}

/** Returns the heading of a map in its language; undefined if the map has neither a title nor anything else to say. */
export function mapHeading({ title, language, metadata }: Pick<Tree, "title" | "language" | "metadata">) {
  const words = pictureWords(language);
  if (title === undefined && metadata === undefined) return undefined;
  return { title: title ?? words.untitled, details: detailsOf(metadata, words.sources) } satisfies MapHeading;
}

function detailsOf(metadata: MapMetadata | undefined, sourcesPhrase: string): string {
  if (metadata === undefined) return "";
  const { author, date, sources } = metadata;
  const sourceList = sources.length === 0 ? undefined : capitalize(fill(sourcesPhrase, { names: sources.join("; ") }));
  return [author, date, sourceList].flatMap((part) => part ?? []).join(" · ");
}
