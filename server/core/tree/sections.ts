/** The sections of a file, by its headings. */
import type { Entry, Line } from "../language/entry.ts";
import type { MapFile } from "../language/map.ts";
import type { Section, SectionId } from "./tree.ts";

/** The sections of a file, which its headings begin. */
export interface Sections {
  /** In the order of the text. */
  readonly list: readonly Section[];
  /** The innermost section of an entry of the file; undefined above the first heading. */
  sectionOf(entry: Entry): SectionId | undefined;
}

/** The ids of a file's headings. A heading keeps its id while it is edited, as its line remains the same object. */
interface SectionIds {
  readonly byLine: WeakMap<Line, SectionId>;
  count: number;
}
const sectionIdsByFile = new WeakMap<MapFile, SectionIds>();

/** Finds the sections of a file and the section of each top-level entry. */
export function sectionsOf(file: MapFile): Sections {
  const list: Section[] = [];
  const ancestors: Section[] = [];
  const innermost = new Map<Entry, SectionId | undefined>();
  for (const line of file.syntax.lines) {
    const { scanned, owner } = line;
    if (scanned.kind === "heading") {
      const { level, raw, textStart } = scanned;
      while ((ancestors.at(-1)?.level ?? 0) >= level) ancestors.pop();
      const section = {
        id: sectionIdOf(file, line),
        title: raw.slice(textStart).trimEnd(),
        level,
        parent: ancestors.at(-1)?.id,
      };
      list.push(section);
      ancestors.push(section);
    } else if (owner?.line === line && owner.parent === undefined) innermost.set(owner, ancestors.at(-1)?.id);
  }
  return {
    list,
    sectionOf(entry) {
      const visited: Entry[] = [];
      let current: Entry | undefined = entry;
      for (; current !== undefined && !innermost.has(current); current = current.parent) visited.push(current);
      const found = current && innermost.get(current);
      // Cached, so that the ancestors in a deep branch are not visited again for each entry.
      for (const visitedEntry of visited) innermost.set(visitedEntry, found);
      return found;
    },
  };
}

function sectionIdOf(file: MapFile, line: Line): SectionId {
  const ids = sectionIdsByFile.get(file) ?? { byLine: new WeakMap(), count: 0 };
  sectionIdsByFile.set(file, ids);
  // Only here is a string cast to a section id.
  const id = ids.byLine.get(line) ?? (`${++ids.count}` as SectionId);
  ids.byLine.set(line, id);
  return id;
}
