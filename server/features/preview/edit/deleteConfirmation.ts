/** What is asked before something is deleted that one does not see, or that stands in another file. */
import type { Entry } from "../../../core/language/entry.ts";
import { resolveBarePremise } from "../../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { baseName, relativePath } from "../../../workspace/paths.ts";
import { isInSubtree } from "../../textEdits/lineBlocks.ts";

/** All that deleting a card comes to. */
export interface DeletionEffect {
  /** The map whose picture the user is in. */
  readonly map: MapFile;
  readonly top: Entry;
  /** The bare premise by which it hangs on the card above. */
  readonly use: Entry | undefined;
  readonly deleted: ReadonlySet<Entry>;
  /** The files in which something stays that names what goes, without it from now on. */
  readonly filesLosingReferences: ReadonlySet<MapFile>;
}

/** The question that says how much goes and from which files; undefined where what goes is one card, of the map itself. */
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
  return deletionPhrase(top, others.length - uses) + usesPhrase(uses) + keptClaimPhrase(top, map) + filesText;
}

/** The question whether a step is no longer to bear on one of what it names, which changes its head. */
export function headChangeQuestion(step: Entry, map: MapFile): string | undefined {
  const file = fileOf(step);
  if (file === map) return undefined;
  return `Take this ${step.head.keyword} away from here? That changes its first line in ${relativeName(file, map)}.`;
}

function deletionPhrase({ head }: Entry, dependentCount: number): string {
  const isUse = head.form === "bare";
  const [one, many] = isUse ? ["goes", "go"] : ["hangs", "hang"];
  const rest = dependentCount === 1 ? `the one entry that ${one}` : `the ${dependentCount} entries that ${many}`;
  const noun = isUse ? "use of the claim" : head.keyword;
  return `Delete this ${noun}${dependentCount === 0 ? "" : ` and ${rest} ${isUse ? "with" : "on"} it`}?`;
}

function usesPhrase(uses: number): string {
  if (uses === 0) return "";
  return ` Its ${uses === 1 ? "use as a premise elsewhere goes" : `${uses} uses as a premise elsewhere go`} too.`;
}

/** Where only a use goes: where the claim stays. */
function keptClaimPhrase(top: Entry, map: MapFile): string {
  const claim = top.head.form === "bare" ? resolveBarePremise(top) : undefined;
  if (claim === undefined) return "";
  const definingFile = fileOf(claim);
  return ` The claim itself stays${definingFile === map ? "" : ` in ${relativeName(definingFile, map)}`}.`;
}

/** How much each file loses, where that is not the map alone. */
function filesPhrase(countedEntries: readonly Entry[], { map, filesLosingReferences }: DeletionEffect): string {
  const counts = new Map<MapFile, number>();
  for (const one of countedEntries) counts.set(fileOf(one), (counts.get(fileOf(one)) ?? 0) + 1);
  const others = [...counts.keys()].filter((file) => file !== map);
  const own = counts.has(map) ? [map] : [];
  const each = [...others, ...own].map((file) => {
    const count = counts.get(file) ?? 0;
    return `${count === 1 ? "one entry" : `${count} entries`} out of ${relativeName(file, map)}`;
  });
  const changedFiles = [...filesLosingReferences]
    .filter((file) => file !== map && !counts.has(file))
    .map((file) => relativeName(file, map));
  const deletedText = others.length === 0 ? "" : ` That takes ${joinList(each)}.`;
  return (
    deletedText + (changedFiles.length === 0 ? "" : ` In ${joinList(changedFiles)} what stays no longer names it.`)
  );
}

/** A file as one writes it in an import of the map. */
const relativeName = ({ uri }: MapFile, map: MapFile): string => relativePath(map.uri, uri) ?? baseName(uri);

const listFormat = new Intl.ListFormat("en-GB");
const joinList = (names: readonly string[]): string => listFormat.format(names);
