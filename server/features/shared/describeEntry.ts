/** The description of an entry in hovers and completions: its text, speakers, attributes, relations and quotes. */

import { attributeOf, type Entry, plainText, shownText, titleOf } from "../../core/language/entry.ts";
import {
  importClosure,
  namedTargets,
  premisesOf,
  resolveBarePremise,
  targetsOnSide,
} from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { answersTo, contradictionsOf } from "../../core/language/relations/claimRelations.ts";
import { sourceOf } from "../../core/language/relations/quoteSources.ts";
import { breaksSpeakerInheritance, speakersOf } from "../../core/language/relations/speakers.ts";
import { stepsOnSide, wordingsOf } from "../../core/language/relations/wordings.ts";
import { isClaimLike, isStep } from "../../core/language/vocabulary.ts";
import { baseName } from "../../core/strings/baseName.ts";
import { counted } from "../../core/strings/english.ts";
import { truncate } from "../../core/strings/truncate.ts";
import { breadcrumb } from "./breadcrumb.ts";
import type { Markup } from "./markupContent.ts";
import { listedValues } from "./vocabularyDocs.ts";

const MAX_RELATED = 3;
const MAX_QUOTES = 5;
const MAX_TEXT_LENGTH = 100;

/**
 * Describes an entry in the given markup, as paragraphs separated by blank lines.
 *
 * @param fromFile the file of the request; the file name is shown for an entry of another file
 * @param files the files in which related entries are looked up
 */
export function describeEntry(entry: Entry, fromFile: MapFile, files: readonly MapFile[], markup: Markup): string {
  const { keyword, name } = entry.head;
  const definingFile = fileOf(entry);
  const title = attributeOf(entry, "title")?.value || undefined;
  const heading = [
    markup.strong(keyword),
    ...(name === undefined ? [] : [markup.code(name.text)]),
    ...(definingFile === fromFile ? [] : [markup.text(`(${baseName(definingFile.uri)})`)]),
  ];
  const facts = [...speakerFacts(entry), ...attributeFacts(entry)].map(([label, value]) =>
    markup.listItem(`${label}: ${markup.text(value)}`),
  );
  return [
    heading.join(" "),
    markup.text(breadcrumb(entry)),
    title === undefined ? "" : markup.strong(title),
    markup.entryText(entry.text),
    facts.join("\n"),
    ...relations(entry, files).map(([label, others]) => relationList(label, others, markup)),
    ...quoteBlocks(entry, markup),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

type Fact = readonly [label: string, value: string];

/** The speakers of an entry, its own or inherited, and those who accept or reject it. */
function speakerFacts(entry: Entry): readonly Fact[] {
  const facts: Fact[] = [];
  const speakers = speakersOf(entry);
  if (speakers.length > 0) facts.push(["by", `${titles(speakers)}${inheritanceRemark(entry)}`]);
  const accepted = namedTargets(entry, "accepted-by");
  if (accepted.length > 0) facts.push(["accepted by", titles(accepted)]);
  const rejected = namedTargets(entry, "rejected-by");
  if (rejected.length > 0) facts.push(["rejected by", titles(rejected)]);
  return facts;
}

/** A remark, to follow the speakers, that names the ancestor from which they are inherited. Empty if they are its own. */
function inheritanceRemark(entry: Entry): string {
  let current: Entry | undefined = entry;
  while (current !== undefined && namedTargets(current, "by").length === 0 && !breaksSpeakerInheritance(current))
    current = current.parent;
  if (current === undefined || current === entry) return "";
  const { keyword, name } = current.head;
  return ` (inherited from the ${keyword}${name === undefined ? "" : ` “${name.text}”`})`;
}

function attributeFacts(entry: Entry): readonly Fact[] {
  const shown = entry.attributes.filter(({ key }) => key !== "title");
  return shown.map(({ key, value }) => {
    const meaning = listedValues(key).find((listed) => listed.value === value)?.meaning;
    return [key, meaning === undefined ? value : `${value} (${meaning})`];
  });
}

/** The related entries, each list with its label. */
function relations(entry: Entry, files: readonly MapFile[]): readonly (readonly [string, readonly Entry[]])[] {
  const { keyword } = entry.head;
  const reasons = stepsOnSide(entry, "for", files);
  const objections = [
    ...stepsOnSide(entry, "against", files),
    // An objection to a quote is also an objection to the entry that relies on the quote.
    ...entry.children
      .filter(({ head }) => head.keyword === "quote")
      .flatMap(({ children }) => children.filter(({ head }) => head.keyword === "objection")),
  ];
  if (keyword === "question") {
    return [
      ["Answered by", answersTo(entry, files)],
      ["Objections", objections],
    ];
  }
  if (isStep(keyword)) {
    const premises = premisesOf(entry).flatMap(({ claim }) => claim ?? []);
    return [
      ["Supports", targetsOnSide(entry, "for")],
      ["Attacks", targetsOnSide(entry, "against")],
      ["Premises", premises],
      ["Reasons", reasons],
      ["Objections", objections],
    ];
  }
  if (!isClaimLike(keyword)) return [];
  const parentQuestions = entry.parent?.head.keyword === "question" ? [entry.parent] : [];
  return [
    ["Answers", [...new Set([...parentQuestions, ...namedTargets(entry, "answers")])]],
    ["Contradicts", contradictionsOf(entry, files)],
    ["In other words", wordingsOf(entry, files).slice(1)],
    ["Reasons", reasons],
    ["Objections", objections],
  ];
}

/** A label with the number of entries, then a list of the first few. */
function relationList(label: string, entries: readonly Entry[], markup: Markup): string {
  if (entries.length === 0) return "";
  const shown = entries.slice(0, MAX_RELATED).map((entry) => {
    const name = entry.head.name === undefined ? "" : `${markup.code(entry.head.name.text)} `;
    return markup.listItem(`${name}${markup.text(truncate(textOf(entry), MAX_TEXT_LENGTH))}`);
  });
  const more = entries.length - shown.length;
  return [`${label} (${entries.length}):`, ...shown, ...(more > 0 ? [markup.listItem(`… and ${more} more`)] : [])].join(
    "\n",
  );
}

/** The text of an entry. For a step without a text of its own, the texts of its premises. */
function textOf(entry: Entry): string {
  const text = shownText(entry);
  if (text !== "" || !isStep(entry.head.keyword)) return text;
  return premisesOf(entry)
    .map(({ use, claim }) => (claim ?? resolveBarePremise(use))?.text ?? "")
    .join(" + ");
}

function quoteBlocks(entry: Entry, markup: Markup): readonly string[] {
  const files = importClosure(fileOf(entry));
  const all = entry.children.filter(({ head }) => head.keyword === "quote");
  const shown = all.slice(0, MAX_QUOTES).map((quote) => {
    const source = sourceOf(quote, files);
    const page = attributeOf(quote, "page")?.value;
    const section = attributeOf(quote, "section")?.value;
    const place = [section ? `“${section}”` : "", page === undefined ? "" : `p. ${page}`];
    const originParts = [source === undefined ? "" : titleOf(source), ...place];
    const origin = originParts.filter((part) => part !== "").join(", ");
    const quotation = quote.text === "" ? "" : markup.blockquote(plainText(quote));
    return [quotation, origin === "" ? "" : markup.text(`— ${origin}`)].filter((part) => part !== "").join("\n\n");
  });
  const more = all.length - shown.length;
  return more > 0 ? [...shown, `… and ${counted(more, "more quote")}`] : shown;
}

const titles = (entries: readonly Entry[]): string => entries.map(titleOf).join(", ");
