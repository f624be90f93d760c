/** Divides maps into parts, each of which becomes one file of each table. */
import { isUnchanged, type Manifest, type RecordedMap } from "./manifest.ts";

/** The most maps of a part: few enough that their rows fit into memory, many enough for files of a good size. */
export const MAPS_IN_PART = 250;

/** A map and its top folder. */
export interface PlacedMap {
  readonly map: string;
  readonly folder: string;
}

/** A part that is to be written. */
export interface PlannedPart {
  readonly folder: string;
  /** The name of its files, without ending. */
  readonly name: string;
  /** Maps that are read. */
  readonly changed: readonly string[];
  /** Maps whose rows are taken over from the file that exists. */
  readonly kept: Readonly<Record<string, RecordedMap>>;
}

export interface PartPlan {
  /** The parts to write. */
  readonly parts: readonly PlannedPart[];
  /** The parts whose files stay as they are. */
  readonly unchanged: Manifest["parts"];
}

/** Returns what has to be written for some maps. A map stays in its part, and new maps fill parts that have room. */
export function planParts(maps: readonly PlacedMap[], manifest: Manifest | undefined): PartPlan {
  const folders = new Map(maps.map(({ map, folder }) => [map, folder]));
  const plan = { parts: [] as PlannedPart[], unchanged: [] as Manifest["parts"] };
  const placed = new Set<string>();
  const names = new Set<string>();
  const open: (PlannedPart & { readonly isWhole: boolean })[] = [];
  for (const part of manifest?.parts ?? []) {
    names.add(`${part.folder}/${part.name}`);
    const present = Object.entries(part.maps).filter(([map]) => folders.get(map) === part.folder);
    for (const [map] of present) placed.add(map);
    if (present.length === 0) continue;
    const kept = present.filter(([map, recorded]) => isUnchanged(map, recorded));
    const changed = present.filter((one) => !kept.includes(one)).map(([map]) => map);
    const isWhole = kept.length === Object.keys(part.maps).length;
    open.push({ folder: part.folder, name: part.name, changed, kept: Object.fromEntries(kept), isWhole });
  }
  const waiting = new Map<string, PlacedMap[]>();
  for (const one of maps) {
    if (placed.has(one.map)) continue;
    const inFolder = waiting.get(one.folder);
    if (inFolder === undefined) waiting.set(one.folder, [one]);
    else inFolder.push(one);
  }
  for (const { isWhole, ...part } of open) {
    const room = MAPS_IN_PART - part.changed.length - Object.keys(part.kept).length;
    const added = (waiting.get(part.folder) ?? []).splice(0, Math.max(0, room)).map(({ map }) => map);
    const recorded = manifest?.parts.find((one) => one.folder === part.folder && one.name === part.name);
    if (isWhole && added.length === 0 && recorded !== undefined) plan.unchanged.push(recorded);
    else plan.parts.push({ ...part, changed: [...part.changed, ...added] });
  }
  for (const [folder, rest] of waiting) {
    for (let number = 0; rest.length > 0; number++) {
      const name = `part-${String(number).padStart(5, "0")}`;
      if (names.has(`${folder}/${name}`)) continue;
      plan.parts.push({ folder, name, changed: rest.splice(0, MAPS_IN_PART).map(({ map }) => map), kept: {} });
    }
  }
  return plan;
}
