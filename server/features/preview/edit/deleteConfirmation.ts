/** Questions to confirm before a deletion affects entries that the user does not see, or other files. */
import type { Entry } from "../../../core/language/entry.ts";
import { resolveBarePremise } from "../../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { baseName } from "../../../core/strings/baseName.ts";
import { counted, joinList, plural } from "../../../core/strings/english.ts";
import { relativePath } from "../../../workspace/files/paths.ts";
import { isInSubtree } from "../../textEdits/lineBlocks.ts";

/** Everything that deleting a card changes. */
export interface DeletionEffect {
  /** The map that the user previews. */
  readonly map: MapFile;
  /** The entry to delete. */
  readonly top: Entry;
  /** The bare premise that connects it to the parent card. */
  readonly use: Entry | undefined;
  /** All entries that are deleted, `top` included. */
  readonly deleted: ReadonlySet<Entry>;
  /** The files in which references to deleted entries are removed. */
  readonly filesLosingReferences: ReadonlySet<MapFile>;
}

/**
 * Returns the question that lists what is deleted, and in which files; undefined if it is a single card of this map.
 */
export function deletionQuestion(effect: DeletionEffect): string | undefined {
  const { map, top, use, deleted } = effect;
  const countedEntries = [...deleted].filter(({ head }) => head.keyword !== "quote");
  const isSeen = (one: Entry): boolean => one === top || (one === use && fileOf(one) === map);
  const others = countedEntries.filter((one) => !isSeen(one));
  const filesText = filesPhrase(countedEntries, effect);
  if (others.length === 0 && filesText === "") return undefined;
  const isUse = (one: Entry): boolean =>
    one.head.form === "bare" && !isInSubtree(one, top) && deleted.has(resolveBarePremise(one) ?? one);
  const uses = others.filter(isUse).length;
  return `Delete this ${entryPhrase(top, others.length - uses)}?${usesPhrase(uses)}${keptClaimPhrase(top, map)}${filesText}`;
}

/** Returns the question before one of a step's targets is removed; undefined if the step is in this map. */
export function headChangeQuestion(step: Entry, map: MapFile): string | undefined {
  const file = fileOf(step);
  if (file === map) return undefined;
  return `Remove this ${step.head.keyword} from here? This changes its first line in ${relativeName(file, map)}.`;
}

function entryPhrase({ head }: Entry, dependentCount: number): string {
  const noun = head.form === "bare" ? "use of the claim" : head.keyword;
  if (dependentCount === 0) return noun;
  const dependents = counted(dependentCount, "entry", "entries");
  return `${noun} and ${dependents} that ${plural(dependentCount, "depends", "depend")} on it`;
}

const usesPhrase = (uses: number): string =>
  uses === 0 ? "" : ` This also deletes ${counted(uses, "use")} of it as a premise elsewhere.`;

/** If only a use of a claim is deleted: the file of the claim. */
function keptClaimPhrase(top: Entry, map: MapFile): string {
  const claim = top.head.form === "bare" ? resolveBarePremise(top) : undefined;
  if (claim === undefined) return "";
  const definingFile = fileOf(claim);
  return ` The claim itself is kept${definingFile === map ? "" : ` in ${relativeName(definingFile, map)}`}.`;
}

/** The number of entries deleted in each file, if other files than the map are affected. */
function filesPhrase(countedEntries: readonly Entry[], { map, filesLosingReferences }: DeletionEffect): string {
  const counts = new Map<MapFile, number>();
  for (const entry of countedEntries) counts.set(fileOf(entry), (counts.get(fileOf(entry)) ?? 0) + 1);
  const others = [...counts.keys()].filter((file) => file !== map);
  const own = counts.has(map) ? [map] : [];
  const deletions = [...others, ...own].map(
    (file) => `${counted(counts.get(file) ?? 0, "entry", "entries")} in ${relativeName(file, map)}`,
  );
  const changedFiles = [...filesLosingReferences]
    .filter((file) => file !== map && !counts.has(file))
    .map((file) => relativeName(file, map));
  const deletedText = others.length === 0 ? "" : ` This deletes ${joinList(deletions)}.`;
  return deletedText + (changedFiles.length === 0 ? "" : ` This removes references in ${joinList(changedFiles)}.`);
}

/** The path of a file relative to the map. */
const relativeName = ({ uri }: MapFile, map: MapFile): string => relativePath(map.uri, uri) ?? baseName(uri);
