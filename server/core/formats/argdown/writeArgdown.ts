/** Writes an argument as Argdown: claims with their relations, then the arguments. */
import {
  type ArgumentGraph,
  type GraphEntry,
  type GraphStatement,
  type GraphStep,
  graphValue,
  partyTitle,
} from "../graph/argumentGraph.ts";
import type { Omissions } from "../omissions.ts";
import { ARGDOWN_KEYS } from "./argdownAttributes.ts";
import { listArgdownOmissions } from "./argdownOmissions.ts";
import { ArgdownParts } from "./argdownParts.ts";
import { escapeText, writeData, writeTags } from "./argdownText.ts";

/** Returns an argument as Argdown. Adds what Argdown cannot hold to `omissions`. */
export function writeArgdown(graph: ArgumentGraph, omissions: Omissions): string {
  const parts = new ArgdownParts(graph);
  listArgdownOmissions(graph, parts, omissions);
  return new ArgdownWriter(graph, parts).write();
}

class ArgdownWriter {
  readonly #graph: ArgumentGraph;
  readonly #parts: ArgdownParts;
  readonly #speakers: ReadonlyMap<string, string>;

  constructor(graph: ArgumentGraph, parts: ArgdownParts) {
    this.#graph = graph;
    this.#parts = parts;
    const { speakers = [], sources = [] } = graph;
    this.#speakers = new Map([...speakers, ...sources].map((one) => [one.id, partyTitle(one)]));
  }

  write(): string {
    const { sections = [], statements, steps } = this.#graph;
    const blocks = [...this.#frontMatter()];
    for (const index of [undefined, ...sections.keys()]) {
      const section = index === undefined ? undefined : sections[index];
      if (section !== undefined) blocks.push(`${"#".repeat(section.level)} ${escapeText(section.title)}`);
      for (const statement of statements) if (statement.section === index) blocks.push(...this.#statement(statement));
      for (const step of steps) if (step.section === index) blocks.push(...this.#step(step));
    }
    return `${blocks.join("\n\n")}\n`;
  }

  #frontMatter(): readonly string[] {
    const { title, attributes = [] } = this.#graph;
    const lines = [
      ...(title === undefined ? [] : [`title: ${JSON.stringify(title)}`]),
      ...attributes.map(({ key, value }) => `${JSON.stringify(key.replace(/^x-/u, ""))}: ${yamlValue(key, value)}`),
    ];
    return lines.length === 0 ? [] : [["===", ...lines, "==="].join("\n").replaceAll(/={3,}(?=.)/gu, "==\\u003d")];
  }

  #statement(statement: GraphStatement): readonly string[] {
    const reference = this.#parts.referenceTo(statement.id);
    if (reference === undefined) return [];
    const wordings = this.#parts.wordingsOf(statement.id).map((one) => `${reference}: ${escapeText(one.text)}`);
    const relations = [
      ...this.#parts.relationsTo(statement.id),
      ...(statement.contradicts ?? []).flatMap((id) => {
        const other = this.#parts.referenceTo(id);
        return other === undefined ? [] : [`>< ${other}`];
      }),
    ];
    return [[this.#definition(statement, reference), ...relations.map((line) => `  ${line}`)].join("\n"), ...wordings];
  }

  /** `[title]: text #tags {data}` */
  #definition(entry: GraphStatement | GraphStep, reference: string): string {
    const title = reference.slice(1, -1);
    const text = entry.text === title || entry.text === "" ? "" : `: ${escapeText(entry.text)}`;
    // The inference of an argument in full has a rule; that of a mere description has none.
    const scheme = "targets" in entry && !this.#parts.isReconstructed(entry) ? graphValue(entry, "scheme") : undefined;
    const data = { ...this.#dataOf(entry), ...(scheme === undefined ? {} : { scheme }) };
    const full = graphValue(entry, "title");
    // The title may have signs that Argdown cannot have there, or be that of another part too.
    const changed = full === undefined || full === title ? {} : { title: full };
    return reference + text + writeTags(graphValue(entry, "tags")) + writeData({ ...data, ...changed });
  }

  #dataOf(entry: GraphEntry & Pick<GraphStatement, "isAssumption">): Readonly<Record<string, unknown>> {
    const { name, attributes = [], speakers = [], isAssumption } = entry;
    const others = attributes.filter(({ key }) => !SPECIAL_KEYS.has(key) && !key.startsWith("x-inference-"));
    return {
      ...(name !== undefined && graphValue(entry, "title") !== undefined ? { name } : {}),
      ...(isAssumption === true ? { assumption: true } : {}),
      ...(speakers.length === 0 ? {} : { by: speakers.map((id) => this.#speakers.get(id) ?? id) }),
      ...Object.fromEntries(others.map(({ key, value }) => [key.replace(/^x-/u, ""), jsonValue(key, value)])),
    };
  }

  #step(step: GraphStep): readonly string[] {
    const reference = this.#parts.referenceTo(step.id);
    if (reference === undefined || this.#parts.isIntermediate(step)) return [];
    const definition = this.#definition(step, reference);
    const relations = this.#parts.relationsTo(step.id);
    if (!this.#parts.isReconstructed(step)) return [[definition, ...relations.map((line) => `  ${line}`)].join("\n")];
    const steps = [...this.#parts.intermediatesOf(step), step];
    return [
      ...(relations.length === 0 ? [] : [[reference, ...relations.map((line) => `  ${line}`)].join("\n")]),
      `${definition}\n\n${this.#reconstruction(steps)}`,
    ];
  }

  /** The numbered premises and conclusions. */
  #reconstruction(steps: readonly GraphStep[]): string {
    const lines: string[] = [];
    const numbers = new Map<string, number>();
    let count = 0;
    for (const step of steps) {
      for (const premise of step.premises ?? []) {
        const reference = this.#parts.referenceTo(premise);
        if (reference === undefined || numbers.has(premise)) continue;
        numbers.set(premise, ++count);
        lines.push(`(${count}) ${reference}`);
      }
      const uses = (step.premises ?? []).flatMap((id) => numbers.get(id) ?? []);
      lines.push(this.#inference(step, uses));
      const { reference, id, definition } = this.#parts.conclusionOf(step);
      if (id !== undefined) numbers.set(id, count + 1);
      lines.push(`(${++count}) ${definition ?? reference}`);
    }
    return lines.join("\n");
  }

  #inference(step: GraphStep, uses: readonly number[]): string {
    const rules = (graphValue(step, "scheme") ?? "")
      .split(",")
      .map((rule) => rule.trim())
      .filter((rule) => rule !== "")
      .map((rule) => escapeText(rule.charAt(0).toUpperCase() + rule.slice(1).replaceAll("-", " ")));
    const own = (step.attributes ?? []).filter(({ key }) => key.startsWith("x-inference-"));
    const data = [
      `uses: [${uses.join(", ")}]`,
      ...own.map(({ key, value }) => `${JSON.stringify(key.slice("x-inference-".length))}: ${JSON.stringify(value)}`),
    ];
    const undercuts = this.#parts.isIntermediate(step) ? this.#parts.relationsTo(step.id) : [];
    return [
      "--",
      `${rules.join(", ")} {${data.join(", ")}}`.trim(),
      "--",
      ...undercuts.map((line) => `  ${line}`),
    ].join("\n");
  }
}

const SPECIAL_KEYS: ReadonlySet<string> = new Set(["title", "tags", "scheme", ...Object.values(ARGDOWN_KEYS)]);

/** A value that is not text in Argdown is written as JSON in a map. */
function jsonValue(key: string, value: string): unknown {
  if (!key.startsWith("x-")) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const yamlValue = (key: string, value: string): string => JSON.stringify(jsonValue(key, value));
