import { schemeParts } from "../../core/language/attributes/schemes.ts";
import { attributeOf, type Entry, entriesInOrder, titleOf } from "../../core/language/entry.ts";
import { importClosure } from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { type CardProperty, hasProperty, hasSeveralValues } from "../../core/tree/cardRules.ts";
import type { CardId } from "../../core/tree/tree.ts";
import type { PropertyChoices } from "../../protocol/tree.ts";
import type { Trees } from "../../workspace/trees.ts";
import { mentionInScope } from "../names/mentions.ts";
import { speakersInScope } from "../names/speakerNamed.ts";
import { listedValues } from "../shared/vocabularyDocs.ts";

type Choice = PropertyChoices["choices"][number];

/**
 * Returns the values that a property of a card's entry can have: first those that the map uses, the most frequent first, then
 * those of the vocabulary. Undefined if there is no such card, or if its entry cannot have the property.
 */
export function propertyChoices(
  trees: Trees,
  uri: string,
  card: CardId,
  property: CardProperty,
): PropertyChoices | undefined {
  const entry = trees.cardContext(uri, card)?.cardEntry.entry;
  if (entry === undefined || !hasProperty(entry.head.keyword, property)) return undefined;
  const file = fileOf(entry);
  const current = currentValues(entry, property);
  const choices = property === "speaker" ? speakerChoices(file) : attributeChoices(file, property);
  const known = new Set(choices.map(({ value }) => value));
  const others = current.filter((value) => !known.has(value)).map(choiceOf);
  return { choices: [...others, ...choices], current: [...current], isList: hasSeveralValues(property) };
}

const choiceOf = (value: string): Choice => ({ value, label: value, detail: undefined });

function currentValues(entry: Entry, property: CardProperty): readonly string[] {
  if (property !== "speaker") return attributeValues(entry, property);
  const { raw } = entry.line.scanned;
  const names = entry.head.clauses.flatMap((clause) => (clause.word === "by" ? clause.names : []));
  return [...new Set(names.map(({ start, end }) => raw.slice(start, end)))];
}

function attributeValues(entry: Entry, property: Exclude<CardProperty, "speaker">): readonly string[] {
  const value = attributeOf(entry, property)?.value ?? "";
  if (!hasSeveralValues(property)) return value === "" ? [] : [value];
  return [...new Set(schemeParts(value).map(({ text }) => text))];
}

function speakerChoices(file: MapFile): readonly Choice[] {
  return speakersInScope(file).flatMap((speaker) => {
    const value = mentionInScope(file, speaker);
    if (value === undefined) return [];
    const label = titleOf(speaker) || value;
    return [{ value, label, detail: label === value ? undefined : value }];
  });
}

function attributeChoices(file: MapFile, property: Exclude<CardProperty, "speaker">): readonly Choice[] {
  const listed = listedValues(property).map(({ value, meaning }) => ({ value, label: value, detail: meaning }));
  // A scale stays in its order.
  if (!hasSeveralValues(property)) return listed;
  const counts = new Map<string, number>();
  for (const one of importClosure(file)) {
    for (const entry of entriesInOrder(one.syntax))
      for (const value of attributeValues(entry, property)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const used = [...counts].sort(([, a], [, b]) => b - a).map(([value]) => choiceOf(value));
  return [...used, ...listed.filter(({ value }) => !counts.has(value))];
}
