/** What is asked before something is deleted that one does not see, or that stands in another file. */
import type { Entry } from "../../../core/language/entry.ts";
import { meant } from "../../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { baseName, relativePath } from "../../../workspace/paths.ts";
import { isUnder } from "../../textEdits/lineBlocks.ts";

/** All that deleting a card comes to. */
export interface Loss {
  /** The map whose picture the user is in. */
  readonly map: MapFile;
  readonly top: Entry;
  /** The bare premise by which it hangs on the card above. */
  readonly use: Entry | undefined;
  readonly gone: ReadonlySet<Entry>;
  /** The files in which something stays that names what goes, without it from now on. */
  readonly unnamed: ReadonlySet<MapFile>;
}

/** The question that says how much goes and from which files; undefined where what goes is one card, of the map itself. */
export function questionOf(loss: Loss): string | undefined {
  const { map, top, use, gone } = loss;
  const counted = [...gone].filter(({ head }) => head.keyword !== "quote");
  const isSeen = (one: Entry): boolean => one === top || (one === use && fileOf(one) === map);
  const others = counted.filter((one) => !isSeen(one));
  const away = fromFiles(counted, loss);
  if (others.length === 0 && away === "") return undefined;
  const isUse = (one: Entry): boolean => one.head.form === "bare" && !isUnder(one, top) && gone.has(meant(one) ?? one);
  const uses = others.filter(isUse).length;
  return whatOf(top, others.length - uses) + usesToo(uses) + staying(top, map) + away;
}

/** The question whether a step is no longer to bear on one of what it names, which changes its head. */
export function questionOfHead(step: Entry, map: MapFile): string | undefined {
  const file = fileOf(step);
  if (file === map) return undefined;
  return `Take this ${step.head.keyword} away from here? That changes its first line in ${nameOf(file, map)}.`;
}

function whatOf({ head }: Entry, hang: number): string {
  const isUse = head.form === "bare";
  const [one, several] = isUse ? ["goes", "go"] : ["hangs", "hang"];
  const rest = hang === 1 ? `the one entry that ${one}` : `the ${hang} entries that ${several}`;
  const what = isUse ? "use of the claim" : head.keyword;
  return `Delete this ${what}${hang === 0 ? "" : ` and ${rest} ${isUse ? "with" : "on"} it`}?`;
}

function usesToo(uses: number): string {
  if (uses === 0) return "";
  return ` Its ${uses === 1 ? "use as a premise elsewhere goes" : `${uses} uses as a premise elsewhere go`} too.`;
}

/** Where only a use goes: where the claim stays. */
function staying(top: Entry, map: MapFile): string {
  const claim = top.head.form === "bare" ? meant(top) : undefined;
  if (claim === undefined) return "";
  const home = fileOf(claim);
  return ` The claim itself stays${home === map ? "" : ` in ${nameOf(home, map)}`}.`;
}

/** How much each file loses, where that is not the map alone. */
function fromFiles(counted: readonly Entry[], { map, unnamed }: Loss): string {
  const counts = new Map<MapFile, number>();
  for (const one of counted) counts.set(fileOf(one), (counts.get(fileOf(one)) ?? 0) + 1);
  const others = [...counts.keys()].filter((file) => file !== map);
  const own = counts.has(map) ? [map] : [];
  const each = [...others, ...own].map((file) => {
    const count = counts.get(file) ?? 0;
    return `${count === 1 ? "one entry" : `${count} entries`} out of ${nameOf(file, map)}`;
  });
  const heads = [...unnamed].filter((file) => file !== map && !counts.has(file)).map((file) => nameOf(file, map));
  const taken = others.length === 0 ? "" : ` That takes ${listed(each)}.`;
  return taken + (heads.length === 0 ? "" : ` In ${listed(heads)} what stays no longer names it.`);
}

/** A file as one writes it in an import of the map. */
const nameOf = ({ uri }: MapFile, map: MapFile): string => relativePath(map.uri, uri) ?? baseName(uri);

const list = new Intl.ListFormat("en-GB");
const listed = (names: readonly string[]): string => list.format(names);
