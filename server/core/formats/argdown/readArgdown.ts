/** Reads what Argdown says as an argument. */
import {
  ArgdownTypes,
  type IArgument,
  type IConclusion,
  type IEquivalenceClass,
  type IInference,
  type IRelation,
  type ISection,
  type IStatement,
  isConclusion,
  RelationType,
} from "@argdown/core";
import { keywordRules, type Side } from "../../language/vocabulary.ts";
import {
  type ArgumentGraph,
  type GraphAttribute,
  type GraphSection,
  type GraphStatement,
  type GraphStep,
  type GraphTarget,
  graphValue,
} from "../graph/argumentGraph.ts";
import { type Omissions, UNREADABLE_ARGDOWN } from "../omissions.ts";
import {
  ARGDOWN_KEYS,
  attributesOf,
  frontMatterAttributes,
  inferenceAttributes,
  naming,
  oneLine,
  UNTITLED,
} from "./argdownAttributes.ts";
import { type ArgdownModel, isRecord } from "./argdownModel.ts";
import { richText } from "./argdownText.ts";
import { RelationKinds } from "./relationKinds.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface MutableStatement extends Mutable<Omit<GraphStatement, "contradicts">> {
  contradicts: string[];
}
interface MutableStep extends Mutable<Omit<GraphStep, "targets" | "attributes">> {
  targets: GraphTarget[];
  attributes: GraphAttribute[];
}

/** Returns the argument of an Argdown document. Adds what it cannot hold to `omissions`. */
export function readArgdown(model: ArgdownModel, omissions: Omissions): ArgumentGraph {
  return new ArgdownReader(model, omissions).read();
}

class ArgdownReader {
  readonly #model: ArgdownModel;
  readonly #omissions: Omissions;
  readonly #statements = new Map<string, MutableStatement>();
  readonly #steps = new Map<string, MutableStep>();
  readonly #relationKinds = new Map<string, RelationKinds>();
  readonly #stepOfInference = new Map<IInference, string>();
  readonly #sections: ISection[];
  /** The sources of all relations. */
  readonly #sources: ReadonlySet<IRelation["from"]>;
  readonly #speakers = new Set<string>();
  #untitled = 0;
  /** Conclusions that only say what an objection attacks: the export of a map writes them. */
  readonly #conclusions = new Map<string, string>();

  constructor(model: ArgdownModel, omissions: Omissions) {
    this.#model = model;
    this.#omissions = omissions;
    this.#sections = flatten(model.sections);
    this.#sources = new Set(model.relations.map(({ from }) => from));
  }

  read(): ArgumentGraph {
    const { statements, arguments: found, relations, frontMatter, escapedLines, commentLines } = this.#model;
    for (const line of escapedLines) this.#omissions.add(UNREADABLE_ARGDOWN, `line ${line}`);
    for (const line of commentLines) this.#omissions.add("comments", `line ${line}`);
    for (const statement of statements) this.#addStatement(statement);
    for (const argument of found) {
      if (argument.pcs.length > 0) this.#addReconstruction(argument);
      else this.#addDescription(argument);
    }
    for (const relation of relations) this.#addRelation(relation);
    for (const [id, kinds] of this.#relationKinds) this.#steps.get(id)?.attributes.push(...relationAttribute(kinds));
    const title = frontMatter["title"];
    return {
      title: typeof title === "string" ? oneLine(title) : undefined,
      attributes: frontMatterAttributes(frontMatter),
      sections: this.#sections.map((section) => this.#section(section)),
      speakers: Array.from(this.#speakers, (name) => ({ id: `speaker ${name}`, text: name })),
      statements: [...this.#statements.values()].filter(({ id }) => !this.#conclusions.has(id)),
      steps: [...this.#steps.values()],
    };
  }

  #section({ level, title = "", tags = [], data }: ISection): GraphSection {
    if (tags.length > 0) this.#omissions.add("tags of headings", `“${title}”`);
    if (isRecord(data) && Object.keys(data).length > 0) this.#omissions.add("data of headings", `“${title}”`);
    return { level: Math.min(Math.max(level, 1), 6), title: oneLine(title) || "(untitled)" };
  }

  #sectionOf(section: ISection | null | undefined): number | undefined {
    const at = section ? this.#sections.indexOf(section) : -1;
    return at < 0 ? undefined : at;
  }

  #addStatement(statement: IEquivalenceClass): void {
    const { title = "", members, tags, data, section } = statement;
    const texts = [...new Set(members.map(richText).filter((text) => text !== ""))];
    const [text = title, ...wordings] = texts;
    const id = `statement ${title}`;
    const record = isRecord(data) ? data : {};
    if (record["objection"] === true) this.#conclusions.set(id, "");
    this.#statements.set(id, {
      id,
      ...naming(title, text, record),
      text,
      isAssumption: record["assumption"] === true,
      attributes: attributesOf(title, text, tags, record, keywordRules.premise.attributes),
      speakers: this.#speakersIn(record),
      section: this.#sectionOf(section),
      contradicts: [],
    });
    for (const [at, wording] of wordings.entries())
      this.#statements.set(`${id} ${at}`, {
        id: `${id} ${at}`,
        text: wording,
        restates: [id],
        contradicts: [],
        section: this.#sectionOf(section),
      });
  }

  #speakersIn({ by }: Readonly<Record<string, unknown>>): readonly string[] {
    const names = (Array.isArray(by) ? by : [by]).filter((name) => typeof name === "string" && name.trim() !== "");
    for (const name of names) this.#speakers.add(name);
    return names.map((name) => `speaker ${name}`);
  }

  /** An argument with a description but no premises: a reason or objection with a text. */
  #addDescription(argument: IArgument): void {
    const { title = "", tags, section } = argument;
    const [text = title, ...others] = [...new Set(argument.members.map(richText).filter((one) => one !== ""))];
    for (const other of others) this.#omissions.add("further descriptions of arguments", `“${other}”`);
    const data = isRecord(argument.data) ? argument.data : {};
    const id = `argument ${title}`;
    const isUsed = this.#sources.has(argument);
    const allowed = isUsed ? keywordRules.reason.attributes : keywordRules.premise.attributes;
    const entry = {
      id,
      ...naming(title, text, data),
      text,
      attributes: attributesOf(title, text, tags, data, allowed),
      speakers: this.#speakersIn(data),
      section: this.#sectionOf(section),
    };
    if (isUsed) this.#steps.set(id, { ...entry, targets: [], premises: [] });
    // A step needs a target, so an argument for nothing is a claim.
    else {
      entry.attributes.push({ key: ARGDOWN_KEYS.kind, value: "argument" });
      this.#statements.set(id, { ...entry, contradicts: [] });
    }
  }

  /** An argument with premises and conclusions: a step for each inference. */
  #addReconstruction(argument: IArgument): void {
    const { tags, section, pcs } = argument;
    const conclusions = pcs.filter(isConclusion);
    const isUntitled = UNTITLED.test(argument.title ?? "");
    // The steps of one argument are held together by its title.
    const title = isUntitled && conclusions.length > 1 ? `Argument ${++this.#untitled}` : (argument.title ?? "");
    const main = conclusions.at(-1);
    const [text = "", ...others] = [...new Set(argument.members.map(richText).filter((one) => one !== ""))];
    for (const other of others) this.#omissions.add("further descriptions of arguments", `“${other}”`);
    const data = isRecord(argument.data) ? argument.data : {};
    for (const [at, conclusion] of conclusions.entries()) {
      const isMain = conclusion === main;
      const id = isMain ? `argument ${argument.title}` : `argument ${argument.title} ${at}`;
      if (conclusion.inference !== undefined) this.#stepOfInference.set(conclusion.inference, id);
      const concluded = `statement ${conclusion.title}`;
      if (this.#conclusions.has(concluded)) this.#conclusions.set(concluded, id);
      this.#steps.set(id, {
        id,
        ...(isMain && !isUntitled ? naming(title, text, data) : {}),
        text: isMain ? text : "",
        premises: premisesOf(pcs, conclusion, conclusions[at - 1]).map((one) => `statement ${one.title}`),
        targets: this.#conclusions.has(concluded) ? [] : [{ id: concluded, side: "for" }],
        attributes: [
          ...(isMain
            ? attributesOf(title, text, tags, data, keywordRules.reason.attributes)
            : [{ key: ARGDOWN_KEYS.argument, value: oneLine(title) }]),
          // Otherwise, it would be no more than a relation between two statements.
          ...(isMain && isUntitled && title === argument.title ? [{ key: ARGDOWN_KEYS.kind, value: "argument" }] : []),
          ...inferenceAttributes(conclusion.inference),
        ],
        speakers: isMain ? this.#speakersIn(data) : [],
        section: this.#sectionOf(section),
      });
    }
  }

  #addRelation(relation: IRelation): void {
    const { from, to, relationType } = relation;
    const [source, target] = [this.#idOf(from), this.#idOf(to)];
    if (source === undefined || target === undefined) return;
    const concluding = this.#conclusions.get(source);
    const contradictor = this.#statements.get(source);
    if (relationType === RelationType.CONTRADICTORY && contradictor !== undefined && this.#statements.has(target)) {
      if (contradictor.id !== target) contradictor.contradicts.push(target);
      return;
    }
    const side: Side =
      relationType === RelationType.SUPPORT || relationType === RelationType.ENTAILS ? "for" : "against";
    const own = this.#steps.get(concluding || source);
    const kinds = (own && this.#relationKinds.get(own.id)) ?? new RelationKinds();
    if (own !== undefined) {
      if (own.targets.some(({ id }) => id === target)) {
        this.#omissions.add("second relations between the same two", relationLabel(relation));
        return;
      }
      own.targets.push({ id: target, side });
      this.#relationKinds.set(own.id, kinds);
      kinds.add(relation, this.#titleOf(target));
      return;
    }
    kinds.add(relation, "");
    const id = `relation ${this.#steps.size}`;
    const section = this.#statements.get(source)?.section;
    const speakers = this.#statements.get(source)?.speakers ?? [];
    const isSameSection = section === (this.#statements.get(target) ?? this.#steps.get(target))?.section;
    this.#steps.set(id, {
      id,
      text: "",
      premises: [source],
      targets: [{ id: target, side }],
      attributes: [...relationAttribute(kinds)],
      speakers,
      section: isSameSection ? section : undefined,
    });
  }

  /** Returns the title of a part, or else its text. */
  #titleOf(id: string): string {
    const part = this.#steps.get(id) ?? this.#statements.get(id);
    return part === undefined ? "" : (graphValue(part, "title") ?? part.name ?? part.text);
  }

  #idOf(member: IRelation["from"]): string | undefined {
    switch (member?.type) {
      case ArgdownTypes.EQUIVALENCE_CLASS:
        return `statement ${member.title}`;
      case ArgdownTypes.ARGUMENT:
        return `argument ${member.title}`;
      case ArgdownTypes.INFERENCE:
        return this.#stepOfInference.get(member);
      default:
        return undefined;
    }
  }
}

const flatten = (sections: readonly ISection[]): ISection[] =>
  sections.flatMap((section) => [section, ...flatten(section.children)]);

/** Returns the premises of a conclusion: those that the inference names, or else those since the conclusion before. */
function premisesOf(
  pcs: readonly IStatement[],
  conclusion: IConclusion,
  before: IConclusion | undefined,
): readonly IStatement[] {
  const data: unknown = conclusion.inference?.data;
  const uses = isRecord(data) && Array.isArray(data["uses"]) ? data["uses"] : undefined;
  if (uses !== undefined) {
    const named = uses.flatMap((number) => (typeof number === "number" ? (pcs[number - 1] ?? []) : []));
    if (named.length > 0) return named;
  }
  // The conclusion before is a premise of this one.
  return pcs.slice(before === undefined ? 0 : pcs.indexOf(before), pcs.indexOf(conclusion));
}

const relationAttribute = ({ value }: RelationKinds): readonly GraphAttribute[] =>
  value === undefined ? [] : [{ key: ARGDOWN_KEYS.relation, value }];

const relationLabel = ({ from, to }: IRelation): string =>
  [from, to].map((one) => `“${one !== undefined && "title" in one ? (one.title ?? "") : ""}”`).join(" and ");
