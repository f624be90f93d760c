/** The sections of a file: what is written below which heading. */
import type { Entry } from "../language/entry.ts";
import type { Line } from "../language/lineList.ts";
import type { MapFile } from "../language/map.ts";
import type { Section, SectionId } from "./tree.ts";

export interface Sections {
  /** In the order of the text. */
  readonly list: readonly Section[];
  /** The innermost section that an entry of the file is written in. */
  of(entry: Entry): SectionId | undefined;
}

/** The identities given to the headings of a file: a line stays the same object while its words change. */
interface Given {
  readonly ids: WeakMap<Line, SectionId>;
  count: number;
}
const given = new WeakMap<MapFile, Given>();

/** Reads the headings of a file, and which top-level entries stand below which. */
export function sectionsOf(file: MapFile): Sections {
  const list: Section[] = [];
  const open: Section[] = [];
  const innermost = new Map<Entry, SectionId | undefined>();
  for (const line of file.syntax.lines) {
    const { reading, owner } = line;
    if (reading.kind === "heading") {
      const { level, raw, textStart } = reading;
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      const section = { id: idOf(file, line), title: raw.slice(textStart).trimEnd(), level, parent: open.at(-1)?.id };
      list.push(section);
      open.push(section);
    } else if (owner?.line === line && owner.parent === undefined) innermost.set(owner, open.at(-1)?.id);
  }
  return {
    list,
    of(entry) {
      const passed: Entry[] = [];
      let at: Entry | undefined = entry;
      for (; at !== undefined && !innermost.has(at); at = at.parent) passed.push(at);
      const found = at && innermost.get(at);
      // Kept, so that a deep branch is not walked again for each of its entries.
      for (const one of passed) innermost.set(one, found);
      return found;
    },
  };
}

function idOf(file: MapFile, line: Line): SectionId {
  const known = given.get(file) ?? { ids: new WeakMap(), count: 0 };
  given.set(file, known);
  // The only place where a string becomes the identity of a section.
  const id = known.ids.get(line) ?? (`${++known.count}` as SectionId);
  known.ids.set(line, id);
  return id;
}
