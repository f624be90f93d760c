import type { MapFile } from "../../language/map.ts";
import { keywords } from "../../language/vocabulary.ts";

/** Whether a file only defines sources and speakers for other files, so that its own unused ones are not a problem. */
export const isLibrary = (file: MapFile): boolean =>
  keywords.every(
    (keyword) =>
      keyword === "map" ||
      keyword === "import" ||
      keyword === "source" ||
      keyword === "speaker" ||
      file.entriesOf(keyword).size === 0,
  );
