/** The sections of a file: what is written below which heading. */
import type { Entry, Line } from "../language/entry.ts";
import type { MapFile } from "../language/map.ts";
import type { Section, SectionId } from "./tree.ts";

export interface Sections {
  /** In the order of the text. */
  readonly list: readonly Section[];
  /** The innermost section that an entry of the file is written in. */
  sectionOf(entry: Entry): SectionId | undefined;
}

/** The identities given to the headings of a file: a line stays the same object while its words change. */
interface SectionIds {
  readonly byLine: WeakMap<Line, SectionId>;
  count: number;
}
const sectionIdsByFile = new WeakMap<MapFile, SectionIds>();

/** Reads the headings of a file, and which top-level entries stand below which. */
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
      // Kept, so that a deep branch is not walked again for each of its entries.
      for (const one of visited) innermost.set(one, found);
      return found;
    },
  };
}

function sectionIdOf(file: MapFile, line: Line): SectionId {
  const ids = sectionIdsByFile.get(file) ?? { byLine: new WeakMap(), count: 0 };
  sectionIdsByFile.set(file, ids);
  // The only place where a string becomes the identity of a section.
  const id = ids.byLine.get(line) ?? (`${++ids.count}` as SectionId);
  ids.byLine.set(line, id);
  return id;
}
