/** Decides what the parts of an argument are in Argdown, and what they are called. */
import {
  type ArgumentGraph,
  type GraphStatement,
  type GraphStep,
  type GraphTarget,
  graphValue,
} from "../graph/argumentGraph.ts";
import { ARGDOWN_KEYS } from "./argdownAttributes.ts";
import { cleanTitle, escapeText } from "./argdownText.ts";
import { isUndercut } from "./relationKinds.ts";

/** The conclusion of a step as its last line. */
interface Conclusion {
  readonly id: string | undefined;
  readonly reference: string;
  /** The line that defines it, if it is not a statement of the map. */
  readonly definition: string | undefined;
}

/** The parts of an argument in Argdown: what is a statement, what an argument, and their titles. */
export class ArgdownParts {
  readonly #statements: ReadonlyMap<string, GraphStatement>;
  readonly #steps: ReadonlyMap<string, GraphStep>;
  readonly #references = new Map<string, string>();
  readonly #wordings = new Map<string, GraphStatement[]>();
  readonly #stepsByArgument = new Map<string, GraphStep[]>();
  readonly #incoming = new Map<string, string[]>();
  readonly #targeted: ReadonlySet<string>;

  constructor({ statements, steps }: ArgumentGraph) {
    this.#statements = new Map(statements.map((statement) => [statement.id, statement]));
    this.#steps = new Map(steps.map((step) => [step.id, step]));
    this.#targeted = new Set(steps.flatMap(({ targets }) => targets.map(({ id }) => id)));
    this.#findWordings(statements, steps);
    const [statementTitles, argumentTitles] = [new Titles(), new Titles()];
    for (const statement of statements) {
      if (this.#isWording(statement)) continue;
      const isArgument = graphValue(statement, ARGDOWN_KEYS.kind) === "argument";
      const title = (isArgument ? argumentTitles : statementTitles).take(titleOf(statement));
      this.#references.set(statement.id, isArgument ? `<${title}>` : `[${title}]`);
    }
    for (const step of steps) {
      if (this.#isPlainRelation(step) || graphValue(step, ARGDOWN_KEYS.argument) !== undefined) continue;
      this.#references.set(step.id, `<${argumentTitles.take(titleOf(step))}>`);
    }
    this.#findIntermediates(steps);
    for (const step of steps) this.#addRelations(step, statementTitles);
  }

  /** Returns `[title]` or `<title>`; undefined for what is no part of its own. */
  referenceTo = (id: string): string | undefined => this.#references.get(id);
  wordingsOf = (id: string): readonly GraphStatement[] => this.#wordings.get(id) ?? [];
  /** Returns the relations to a part, as lines under it. */
  relationsTo = (id: string): readonly string[] => this.#incoming.get(id) ?? [];
  isReconstructed = ({ premises = [] }: GraphStep): boolean => premises.length > 0;
  isIntermediate = (step: GraphStep): boolean => this.#references.has(step.id) && this.#intermediates.has(step.id);
  intermediatesOf = (step: GraphStep): readonly GraphStep[] => this.#stepsByArgument.get(step.id) ?? [];

  readonly #intermediates = new Set<string>();
  readonly #conclusions = new Map<string, Conclusion>();

  /** Returns the conclusion of a reconstructed argument. */
  conclusionOf = (step: GraphStep): Conclusion =>
    this.#conclusions.get(step.id) ?? { id: undefined, reference: "", definition: undefined };

  /** A statement that says another one in other words and is used nowhere is a further wording of that one. */
  #findWordings(statements: readonly GraphStatement[], steps: readonly GraphStep[]): void {
    const used = new Set([
      ...this.#targeted,
      ...steps.flatMap(({ premises = [] }) => premises),
      ...statements.flatMap(({ contradicts = [], restates = [] }) => [...contradicts, ...restates]),
    ]);
    for (const statement of statements) {
      const { id, restates = [], contradicts = [] } = statement;
      const [original, ...others] = restates;
      if (original === undefined || others.length + contradicts.length > 0 || used.has(id)) continue;
      const known = this.#wordings.get(original) ?? [];
      this.#wordings.set(original, [...known, statement]);
    }
  }

  #isWording = ({ id, restates = [] }: GraphStatement): boolean =>
    restates.some((original) => this.wordingsOf(original).some((one) => one.id === id));

  /** Whether a step says no more than that one statement supports or attacks something. */
  #isPlainRelation({ id, name, text, premises = [], attributes = [], quotes = [] }: GraphStep): boolean {
    return (
      premises.length === 1 &&
      name === undefined &&
      text === "" &&
      quotes.length === 0 &&
      attributes.every(({ key }) => key === ARGDOWN_KEYS.relation) &&
      !this.#targeted.has(id)
    );
  }

  /** Steps that carry the title of an argument lead to its conclusion. */
  #findIntermediates(steps: readonly GraphStep[]): void {
    const mains = new Map(steps.map((step) => [titleOf(step), step]));
    for (const step of steps) {
      const title = graphValue(step, ARGDOWN_KEYS.argument);
      if (title === undefined) continue;
      const main = mains.get(title) ?? mains.get(cleanTitle(title));
      if (main === undefined || main === step || graphValue(main, ARGDOWN_KEYS.argument) !== undefined) {
        this.#references.set(step.id, `<${cleanTitle(`${title} (step ${step.id})`)}>`);
        continue;
      }
      this.#references.set(step.id, this.#references.get(main.id) ?? "");
      this.#intermediates.add(step.id);
      this.#stepsByArgument.set(main.id, [...this.intermediatesOf(main), step]);
    }
  }

  #addRelations(step: GraphStep, titles: Titles): void {
    const { id, premises = [], targets } = step;
    const own = this.#references.get(id);
    if (own === undefined) {
      const from = this.#references.get(premises[0] ?? "");
      if (from !== undefined) for (const target of targets) this.#addRelation(step, target, from);
      return;
    }
    const [first, ...others] = targets;
    const concluded =
      first?.side === "for" && this.#statements.has(first.id) ? this.#references.get(first.id) : undefined;
    if (premises.length === 0) for (const target of targets) this.#addRelation(step, target, own);
    else if (first !== undefined && concluded?.startsWith("[") === true) {
      this.#conclusions.set(id, { id: first.id, reference: concluded, definition: undefined });
      for (const target of others) this.#addRelation(step, target, concluded);
    } else {
      // Argdown's arguments end in a statement, so one says what the step does to its targets.
      const reference = `[${titles.take(`${own.slice(1, -1)} – conclusion`)}]`;
      const text = step.text || targets.map((target) => this.#sentence(target)).join("; ") || "So it is.";
      this.#conclusions.set(id, {
        id: undefined,
        reference,
        definition: `${reference}: ${escapeText(text)} {objection: true}`,
      });
      for (const target of targets) this.#addRelation(step, target, reference);
    }
  }

  #sentence({ id, side }: GraphTarget): string {
    const text = this.#statements.get(id)?.text ?? this.#steps.get(id)?.text ?? "";
    return text === ""
      ? side === "for"
        ? "That follows"
        : "That does not follow"
      : `${side === "for" ? "So" : "Against"}: ${text}`;
  }

  #addRelation(step: GraphStep, { id, side }: GraphTarget, from: string): void {
    const reference = this.#references.get(id);
    if (reference === undefined) return;
    const target = this.#steps.get(id) ?? this.#statements.get(id);
    const isArgument = reference.startsWith("<");
    const sign = side === "for" ? "+" : target !== undefined && isArgument && this.#undercuts(step, target) ? "_" : "-";
    const lines = this.#incoming.get(id) ?? [];
    this.#incoming.set(id, lines);
    lines.push(`${sign} ${from}`);
  }

  #undercuts = (step: GraphStep, target: GraphStatement & Partial<GraphStep>): boolean =>
    isUndercut(
      graphValue(step, ARGDOWN_KEYS.relation),
      (target.premises ?? []).length > 0,
      graphValue(target, "title") ?? target.name ?? target.text,
    );
}

const MAX_TITLE_LENGTH = 60;

/** The title in Argdown: the one of the entry, its name, or a short text. */
function titleOf({ id, name, text, ...entry }: GraphStatement | GraphStep): string {
  const title = graphValue(entry, "title") ?? name;
  if (title !== undefined) return cleanTitle(title) || id;
  const short = cleanTitle(text);
  return short === text && short !== "" && short.length <= MAX_TITLE_LENGTH ? short : id;
}

/** Gives out each title once. */
class Titles {
  readonly #taken = new Set<string>();

  take(title: string): string {
    let candidate = title;
    for (let number = 2; this.#taken.has(candidate); number++) candidate = `${title} (${number})`;
    this.#taken.add(candidate);
    return candidate;
  }
}
