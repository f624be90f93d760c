import type { MapFile } from "../../language/map.ts";
import { keywords } from "../../language/vocabulary.ts";

/** Whether a file only describes sources and speakers, for other files to import: what it does not use, they may. */
export const isLibrary = (file: MapFile): boolean =>
  keywords.every(
    (keyword) =>
      keyword === "map" ||
      keyword === "import" ||
      keyword === "source" ||
      keyword === "speaker" ||
      file.entriesOf(keyword).size === 0,
  );
