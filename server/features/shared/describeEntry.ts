/** An entry as hover tells it: what it says, whose it is, what stands for and against it, and on what words it rests. */
import { attributeOf, type Entry, titleOf } from "../../core/language/entry.ts";
import {
  answersTo,
  bearingsOn,
  contradictionsOf,
  filesOf,
  heldBy,
  meant,
  named,
  premisesOf,
  sourceOf,
  startsAfresh,
  targetsOf,
} from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { isClaimLike, isStep } from "../../core/language/vocabulary.ts";
import { baseName } from "../../workspace/paths.ts";
import { breadcrumb } from "./breadcrumb.ts";
import type { Markup } from "./markupContent.ts";
import { shortened } from "./truncate.ts";
import { valuesOf } from "./vocabularyDocs.ts";

const MOST_LISTED = 3;
const MOST_QUOTES = 5;
const MOST_WORDS = 100;

/**
 * @param from the file in which it is asked for; an entry of another one says where it stands
 * @param files all files that may bear on it
 */
export function describe(entry: Entry, from: MapFile, files: readonly MapFile[], markup: Markup): string {
  const { keyword, name } = entry.head;
  const home = fileOf(entry);
  const heading = [
    markup.strong(keyword),
    ...(name === undefined ? [] : [markup.typed(name.text)]),
    ...(home === from ? [] : [markup.text(`(${baseName(home.uri)})`)]),
  ];
  const facts = [...holders(entry), ...attributes(entry)].map(([label, value]) =>
    markup.item(`${label}: ${markup.text(value)}`),
  );
  return [
    heading.join(" "),
    markup.text(breadcrumb(entry)),
    markup.text(entry.text),
    facts.join("\n"),
    ...relations(entry, files).map(([label, others]) => list(label, others, markup)),
    ...quotes(entry, markup),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

type Fact = readonly [label: string, value: string];

/** Speakers of an entry, own or inherited, and who grants or denies it. */
function holders(entry: Entry): readonly Fact[] {
  const facts: Fact[] = [];
  const held = heldBy(entry);
  if (held.length > 0) facts.push(["by", `${titles(held)}${inherited(entry)}`]);
  const accepted = named(entry, "accepted-by");
  if (accepted.length > 0) facts.push(["accepted by", titles(accepted)]);
  const rejected = named(entry, "rejected-by");
  if (rejected.length > 0) facts.push(["rejected by", titles(rejected)]);
  return facts;
}

/** From which entry above the speaker of this one comes, to go on after the speaker. */
function inherited(entry: Entry): string {
  let at: Entry | undefined = entry;
  while (at !== undefined && named(at, "by").length === 0 && !startsAfresh(at)) at = at.parent;
  if (at === undefined || at === entry) return "";
  const { keyword, name } = at.head;
  return ` (from the ${keyword}${name === undefined ? "" : ` “${name.text}”`} above)`;
}

function attributes(entry: Entry): readonly Fact[] {
  return entry.attributes.map(({ key, value }) => {
    const meaning = valuesOf(key).find((one) => one.value === value)?.meaning;
    return [key, meaning === undefined ? value : `${value} (${meaning})`];
  });
}

/** What hangs together with an entry, under a word for how. */
function relations(entry: Entry, files: readonly MapFile[]): readonly (readonly [string, readonly Entry[]])[] {
  const { keyword } = entry.head;
  const steps = [
    ...bearingsOn(entry, files).map(({ step }) => step),
    // An objection to a quote is one to what rests on it.
    ...entry.children.filter(({ head }) => head.keyword === "quote").flatMap(({ children }) => children),
  ];
  const ofKind = (wanted: string): readonly Entry[] => steps.filter(({ head }) => head.keyword === wanted);
  if (keyword === "question") {
    return [
      ["Answers", answersTo(entry, files)],
      ["Against", ofKind("objection")],
    ];
  }
  if (isStep(keyword)) {
    const premises = premisesOf(entry).flatMap(({ claim }) => claim ?? []);
    return [
      [keyword === "reason" ? "Supports" : "Attacks", targetsOf(entry)],
      ["Rests on", premises],
      ["For", ofKind("reason")],
      ["Against", ofKind("objection")],
    ];
  }
  if (!isClaimLike(keyword)) return [];
  const above = entry.parent?.head.keyword === "question" ? [entry.parent] : [];
  return [
    ["Answers", [...new Set([...above, ...named(entry, "answers")])]],
    ["Contradicts", contradictionsOf(entry, files)],
    ["For", ofKind("reason")],
    ["Against", ofKind("objection")],
  ];
}

/** How many there are, and the first few. */
function list(label: string, entries: readonly Entry[], markup: Markup): string {
  if (entries.length === 0) return "";
  const shown = entries.slice(0, MOST_LISTED).map((entry) => {
    const name = entry.head.name === undefined ? "" : `${markup.typed(entry.head.name.text)} `;
    return markup.item(`${name}${markup.text(shortened(wordsOf(entry), MOST_WORDS))}`);
  });
  const more = entries.length - shown.length;
  return [`${label} (${entries.length}):`, ...shown, ...(more > 0 ? [markup.item(`… and ${more} more`)] : [])].join(
    "\n",
  );
}

/** What an entry says; a step that leaves that to its premises says what these say. */
function wordsOf(entry: Entry): string {
  if (entry.text !== "" || !isStep(entry.head.keyword)) return entry.text;
  return premisesOf(entry)
    .map(({ use, claim }) => (claim ?? meant(use))?.text ?? "")
    .join(" + ");
}

function quotes(entry: Entry, markup: Markup): readonly string[] {
  const files = filesOf(fileOf(entry));
  const all = entry.children.filter(({ head }) => head.keyword === "quote");
  const shown = all.slice(0, MOST_QUOTES).map((quote) => {
    const source = sourceOf(quote, files);
    const page = attributeOf(quote, "page")?.value;
    const from = [source === undefined ? "" : titleOf(source), page === undefined ? "" : `p. ${page}`];
    const origin = from.filter((part) => part !== "").join(", ");
    const words = quote.text === "" ? "" : markup.quoted(quote.text);
    return [words, origin === "" ? "" : markup.text(`— ${origin}`)].filter((part) => part !== "").join("\n\n");
  });
  const more = all.length - shown.length;
  return more > 0 ? [...shown, `… and ${more} more quotes`] : shown;
}

const titles = (entries: readonly Entry[]): string => entries.map(titleOf).join(", ");
