/** Makes an argument of an outline. */

import { ImportError, type Imported } from "../format.ts";
import type {
  ArgumentGraph,
  GraphQuestion,
  GraphQuote,
  GraphSection,
  GraphStatement,
  GraphStep,
} from "../graph/argumentGraph.ts";
import { LOST_SIDES, Omissions } from "../omissions.ts";
import { isQuestion, type Outline, type OutlineItem, type OutlineSource } from "./outlineItem.ts";

/** A question says what it is about only by its place, so that it cannot go to the left edge when it gets too deep. */
const MAX_QUESTION_DEPTH = 1000;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** An item at its place. */
interface Place {
  readonly item: OutlineItem;
  readonly parent: Parent | undefined;
  readonly section: number | undefined;
  readonly depth: number;
}

/** The targets of the items below an item. */
interface Parent {
  readonly kind: "question" | "statement" | "step";
  /** The target of a step below it. */
  readonly id: string;
  /** The step that a premise below it belongs to. */
  readonly step?: Writable<GraphStep>;
}

/** Makes an argument of an outline. Throws {@link ImportError} if it has no items, or questions that are too deep. */
export function outlineToGraph({ title, sections, strayLines = [], orphanLines = [] }: Outline): Imported {
  const reader = new OutlineReader(numbersIn(sections.flatMap(({ items }) => items)));
  for (const line of strayLines) reader.omissions.add("lines outside the list", `line ${line}`);
  for (const line of orphanLines)
    reader.omissions.add("items below a number that is missing, which moved up", `line ${line}`);
  const headings: GraphSection[] = [];
  for (const { heading, level, items } of sections) {
    if (heading !== undefined) headings.push({ title: heading, level });
    reader.addItems(items, headings.length === 0 ? undefined : headings.length - 1);
  }
  reader.addReferences();
  const { questions, statements, steps, sources, omissions } = reader;
  if (questions.length + statements.length === 0) throw new ImportError("The file has no items.");
  return {
    map: { graph: { title, sections: headings, questions, statements, steps, sources } satisfies ArgumentGraph },
    omissions: omissions.list,
  };
}

/** Returns the numbers of all items that others can refer to. */
function numbersIn(items: readonly OutlineItem[]): ReadonlySet<string> {
  const numbers = new Set<string>();
  const waiting = [...items];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (item.number !== undefined && item.sameAs === undefined) numbers.add(item.number);
    for (const child of item.children) waiting.push(child);
  }
  return numbers;
}

class OutlineReader {
  /** The numbers that items can refer to. */
  readonly #known: ReadonlySet<string>;
  readonly questions: GraphQuestion[] = [];
  readonly statements: Writable<GraphStatement>[] = [];
  readonly steps: Writable<GraphStep>[] = [];
  readonly sources: { id: string; text: string; attributes: { key: string; value: string }[] }[] = [];
  readonly omissions = new Omissions();
  /** Items that only refer to another one, which may come later. */
  readonly #references: { readonly place: Place; readonly sameAs: string }[] = [];
  readonly #numbers = new Set<string>();
  readonly #sourceIds = new Map<string, string>();
  #lastId = 0;

  constructor(known: ReadonlySet<string>) {
    this.#known = known;
  }

  /** Adds the items of a section. */
  addItems(items: readonly OutlineItem[], section: number | undefined): void {
    const waiting: Place[] = items.toReversed().map((item) => ({ item, parent: undefined, section, depth: 1 }));
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      const parent = this.#add(place);
      for (const item of place.item.children.toReversed())
        waiting.push({ item, parent, section, depth: place.depth + 1 });
    }
  }

  /** Adds what items refer to, after all items have been added. */
  addReferences(): void {
    const steps = new Map(this.steps.map((step) => [step.id, step]));
    const statements = new Map(this.statements.map((statement) => [statement.id, statement]));
    for (const { place, sameAs } of this.#references) {
      const { item, parent } = place;
      const id = numberId(sameAs);
      const [step, statement] = [steps.get(id), statements.get(id)];
      const side = item.role === "con" ? "against" : "for";
      const isPremise = (item.role === "premise" || item.role === "assumption") && parent?.step !== undefined;
      if (parent === undefined || (step ?? statement) === undefined || parent.id === id)
        this.omissions.add("references to other items", itemLabel(item));
      else if (step !== undefined) {
        if (!step.targets.some((target) => target.id === parent.id))
          step.targets = [...step.targets, { id: parent.id, side }];
      } else if (isPremise) parent.step.premises = [...new Set([...(parent.step.premises ?? []), id])];
      else if (statement !== undefined && parent.kind === "question")
        statement.answers = [...new Set([...(statement.answers ?? []), parent.id])];
      else
        this.steps.push({
          ...sectionOf(place),
          id: this.#newId(),
          text: "",
          targets: [{ id: parent.id, side }],
          premises: [id],
        });
    }
  }

  /** Adds an item, and returns what the items below it are about. */
  #add(place: Place): Parent {
    const { item, parent } = place;
    const { role, sameAs } = item;
    const text = sameAs === undefined ? item.text : `See ${sameAs}`;
    if (sameAs !== undefined && !this.#known.has(sameAs))
      this.omissions.add("references to other items", itemLabel(item));
    else if (sameAs !== undefined) {
      this.#references.push({ place, sameAs });
      return { kind: "statement", id: numberId(sameAs) };
    }
    const common = { id: this.#idOf(item), text, ...sectionOf(place), ...this.#attributes(item) };
    const { id } = common;
    if (role === "question" || (role === undefined && isQuestion(text) && parent?.kind !== "step")) {
      if (place.depth > MAX_QUESTION_DEPTH) throw new ImportError("The questions are nested too deeply.", item.line);
      this.questions.push({ ...common, ...(parent && { about: parent.id }) });
      return { kind: "question", id };
    }
    if (parent === undefined || (parent.kind === "question" && role !== "con")) {
      if (parent === undefined && (role === "pro" || role === "con")) this.omissions.add(LOST_SIDES, itemLabel(item));
      this.statements.push({ ...common, ...(parent && { answers: [parent.id] }) });
      return { kind: "statement", id };
    }
    if ((role === "premise" || role === "assumption") && parent.step !== undefined) {
      this.statements.push({ ...common, ...(role === "assumption" && { isAssumption: true }) });
      parent.step.premises = [...(parent.step.premises ?? []), id];
      return { kind: "statement", id };
    }
    if (role !== "pro" && role !== "con") this.omissions.add("items without a side, read as reasons", itemLabel(item));
    const step: Writable<GraphStep> = {
      ...common,
      targets: [{ id: parent.id, side: role === "con" ? "against" : "for" }],
    };
    this.steps.push(step);
    return { kind: "step", id, step };
  }

  /** Returns the id of an item: its number, by which others refer to it, if it is the first with this number. */
  #idOf({ number }: OutlineItem): string {
    if (number === undefined || this.#numbers.has(number)) return this.#newId();
    this.#numbers.add(number);
    return numberId(number);
  }

  #attributes({ note, sources = [] }: OutlineItem): Pick<GraphStatement, "attributes" | "quotes"> {
    const quotes: GraphQuote[] = [];
    const notes = note === undefined ? [] : [note];
    for (const source of sources) {
      // A quote needs words, a page or an address. Anything else is a note.
      if (source.words === "" && source.url === undefined && source.page === undefined) notes.push(source.title);
      else quotes.push(this.#quote(source));
    }
    const text = notes.map((one) => one.replace(/\s+/g, " ").trim()).join(" · ");
    return {
      ...(text !== "" && { attributes: [{ key: "note", value: text }] }),
      ...(quotes.length > 0 && { quotes }),
    };
  }

  #quote({ title, url, words, page }: OutlineSource): GraphQuote {
    const key = `${title}\n${url ?? ""}`;
    const source = this.#sourceIds.get(key) ?? this.#newId();
    if (!this.#sourceIds.has(key)) {
      this.#sourceIds.set(key, source);
      this.sources.push({ id: source, text: title, attributes: url === undefined ? [] : [{ key: "url", value: url }] });
    }
    return {
      id: this.#newId(),
      text: words,
      source,
      ...(page !== undefined && { attributes: [{ key: "page", value: page }] }),
    };
  }

  #newId(): string {
    return `i${++this.#lastId}`;
  }
}

const numberId = (number: string): string => `item ${number}`;

const sectionOf = ({ section }: Place): { readonly section?: number } => (section === undefined ? {} : { section });

const itemLabel = ({ text, line }: OutlineItem): string =>
  line === undefined ? `“${text.slice(0, 40)}”` : `line ${line}`;
