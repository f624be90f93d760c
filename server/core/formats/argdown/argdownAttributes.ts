/** What Argdown says about a statement, an argument or an inference, as names and attributes of a map. */
import type { IInference } from "@argdown/core";
import { nameFromText } from "../../language/nameFromText.ts";
import { keywordRules } from "../../language/vocabulary.ts";
import type { GraphAttribute } from "../graph/argumentGraph.ts";
import { isUsableName } from "../graph/uniqueNames.ts";
import { type ArgdownModel, isRecord } from "./argdownModel.ts";
import { dataAttributes, tagAttribute, withoutDuplicates } from "./argdownText.ts";

/** Keys of attributes that say what something was in Argdown. */
export const ARGDOWN_KEYS = { kind: "x-argdown", argument: "x-argument", relation: "x-relation" } as const;

/** Data that an export of a map writes, which are no attributes. */
const OWN_KEYS: ReadonlySet<string> = new Set(["by", "assumption", "objection", "name"]);
/** Titles that Argdown gives out. */
export const UNTITLED = /^Untitled \d+$/u;

/** Returns a text without line breaks, and with single spaces. */
export const oneLine = (text: string): string => text.replaceAll(/[\s\p{Zs}]+/gu, " ").trim();

/** A title is a name, unless the data has one, or the same name is made from the text anyway. */
export function naming(
  title: string,
  text: string,
  data: Readonly<Record<string, unknown>>,
): { readonly name?: string } {
  const { name } = data;
  if (typeof name === "string" && isUsableName(name)) return { name };
  return UNTITLED.test(title) || title === nameFromText(text) ? {} : { name: title };
}

/** Returns the attributes of a statement or argument. */
export function attributesOf(
  title: string,
  text: string,
  tags: readonly string[] | undefined,
  data: Readonly<Record<string, unknown>>,
  allowed: readonly string[],
): GraphAttribute[] {
  const others = Object.fromEntries(Object.entries(data).filter(([key]) => !OWN_KEYS.has(key)));
  const ownTitle = typeof data["title"] === "string" ? data["title"] : undefined;
  const isTitle = !UNTITLED.test(title) && !isUsableName(title) && title !== text;
  return [
    ...withoutDuplicates([
      ...(ownTitle !== undefined || isTitle ? [{ key: "title", value: oneLine(ownTitle ?? title) }] : []),
      ...tagAttribute(tags),
      ...dataAttributes(others, allowed),
    ]),
  ];
}

/** Returns the rules of an inference as its scheme, and its data. */
export function inferenceAttributes(inference: IInference | undefined): readonly GraphAttribute[] {
  const rules = (inference?.inferenceRules ?? []).map((rule) =>
    rule
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-|-$/gu, ""),
  );
  const scheme = rules.filter((rule) => rule !== "").join(", ");
  const data: unknown = inference?.data;
  const { uses: _, ...others } = isRecord(data) ? data : {};
  return [
    ...(scheme === "" ? [] : [{ key: "scheme", value: scheme }]),
    ...dataAttributes(others, []).map(({ key, value }) => ({ key: key.replace(/^x-/u, "x-inference-"), value })),
  ];
}

/** Returns the settings at the top of a text as attributes of the map. */
export function frontMatterAttributes(frontMatter: ArgdownModel["frontMatter"]): readonly GraphAttribute[] {
  const { title: _, author, ...others } = frontMatter;
  const authors = (Array.isArray(author) ? author : [author]).filter((one) => typeof one === "string");
  return withoutDuplicates([
    ...(authors.length === 0 ? [] : [{ key: "author", value: oneLine(authors.join(", ")) }]),
    ...dataAttributes(others, keywordRules.map.attributes),
  ]);
}
