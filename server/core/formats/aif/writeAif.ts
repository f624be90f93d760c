/** Writes an argument as an argument network. */
import type { Side } from "../../language/vocabulary.ts";
import type { Omission } from "../format.ts";
import {
  type ArgumentGraph,
  type GraphEntry,
  type GraphNode,
  type GraphStatement,
  type GraphStep,
  graphValue,
  partyTitle,
} from "../graph/argumentGraph.ts";
import { Omissions } from "../omissions.ts";
import type { AifEdge, AifLocution, AifNetwork, AifNode, AifParticipant } from "./aifNetwork.ts";
import { listAifOmissions } from "./aifOmissions.ts";
import { areSameWords } from "./dialogue.ts";
import { aifScheme } from "./schemeNames.ts";

/** Returns an argument as a network: claims and texts of steps as propositions, steps as inferences and conflicts. */
export function writeAif(graph: ArgumentGraph): {
  readonly network: AifNetwork;
  readonly omissions: readonly Omission[];
} {
  const writer = new AifWriter(graph);
  const omissions = new Omissions();
  listAifOmissions(graph, omissions);
  return { network: writer.write(), omissions: omissions.list };
}

/** Something that a speaker says of a proposition. */
interface Saying {
  readonly speaker: string;
  readonly words: string;
  readonly illocution: string;
  readonly proposition: AifNode;
  readonly turn: number;
}

/** A locution that is written. It can say several propositions in one turn. */
interface Locution {
  readonly speaker: string;
  readonly words: string;
  /** Infinite if the map does not say when it was said. */
  readonly turn: number;
  readonly node: AifNode;
  /** What an argument is anchored in: the transition to the locution, or else the locution. */
  readonly anchor: AifNode;
}

class AifWriter {
  readonly #graph: ArgumentGraph;
  readonly #nodes: AifNode[] = [];
  readonly #edges: AifEdge[] = [];
  readonly #locutions: AifLocution[] = [];
  readonly #names: ReadonlyMap<string, string>;
  readonly #carried: ReadonlySet<string>;
  readonly #persons = new Map<string, AifParticipant>();
  /** The proposition of each statement, and of each step that is just its text. */
  readonly #propositions = new Map<string, AifNode>();
  /** The inference or conflict of each step; one for each side that it takes. */
  readonly #inferences = new Map<string, readonly AifNode[]>();

  constructor(graph: ArgumentGraph) {
    this.#graph = graph;
    this.#carried = new Set([...graph.statements, ...graph.steps].map(({ id }) => id));
    const parties = [...(graph.speakers ?? []), ...(graph.sources ?? [])];
    this.#names = new Map(parties.map((one) => [one.id, partyTitle(one).replaceAll(/\s+/gu, " ")]));
  }

  write(): AifNetwork {
    const { statements, steps } = this.#graph;
    for (const statement of statements) this.#propositions.set(statement.id, this.#node("I", statement.text));
    for (const step of steps) this.#addInferences(step);
    for (const step of steps) this.#connect(step);
    for (const statement of statements) this.#relate(statement);
    const sayings = [...statements, ...steps].flatMap((entry) => this.#sayingsOf(entry));
    const spoken = this.#speak(
      sayings.map((saying, at) => ({ ...saying, at })).sort((a, b) => a.turn - b.turn || a.at - b.at),
    );
    for (const step of steps) this.#argue(step, spoken);
    return {
      nodes: this.#nodes,
      edges: this.#edges,
      locutions: this.#locutions,
      participants: [...this.#persons.values()],
    };
  }

  #node(type: string, text: string, scheme?: string): AifNode {
    const node: AifNode = { nodeID: String(this.#nodes.length + 1), text, type, scheme };
    this.#nodes.push(node);
    return node;
  }

  #edge(from: AifNode, to: AifNode): void {
    this.#edges.push({ fromID: from.nodeID, toID: to.nodeID });
  }

  #addInferences(step: GraphStep): void {
    const { id, text, targets, premises = [] } = step;
    if (premises.length === 0) this.#propositions.set(id, this.#node("I", text));
    const scheme = graphValue(step, "scheme")?.split(",")[0];
    const inferences = this.#sidesOf(targets).map((side) => {
      const [type, name] = side === "for" ? ["RA", "Default Inference"] : ["CA", "Default Conflict"];
      const written = scheme === undefined ? name : aifScheme(scheme);
      // The summary of a step with premises has no other place.
      return this.#node(type, premises.length > 0 && text !== "" ? text : written, written);
    });
    this.#inferences.set(id, inferences);
  }

  /** The sides that a step takes on statements and steps: questions and quotes are no part of a network. */
  #sidesOf(targets: GraphStep["targets"]): readonly Side[] {
    return [...new Set(targets.filter(({ id }) => this.#carried.has(id)).map(({ side }) => side))];
  }

  /** Connects the premises of a step with what it targets. */
  #connect({ id, targets, premises = [] }: GraphStep): void {
    const own = this.#propositions.get(id);
    const sides = this.#sidesOf(targets);
    for (const [at, inference] of (this.#inferences.get(id) ?? []).entries()) {
      if (own !== undefined) this.#edge(own, inference);
      for (const premise of premises) {
        const proposition = this.#propositions.get(premise);
        if (proposition !== undefined) this.#edge(proposition, inference);
      }
      for (const { id: target, side } of targets) {
        if (side !== sides[at]) continue;
        const proposition = this.#propositions.get(target);
        if (proposition !== undefined) this.#edge(inference, proposition);
        else for (const other of this.#inferences.get(target) ?? []) this.#edge(inference, other);
      }
    }
  }

  #relate({ id, contradicts = [], restates = [] }: GraphStatement): void {
    const from = this.#propositions.get(id);
    if (from === undefined) return;
    const link = (type: string, scheme: string, a: AifNode, b: AifNode): void => {
      const node = this.#node(type, scheme, scheme);
      this.#edge(a, node);
      this.#edge(node, b);
    };
    for (const other of contradicts) {
      const to = this.#propositions.get(other);
      if (to === undefined || to === from) continue;
      link("CA", "Logical Conflict", from, to);
      link("CA", "Logical Conflict", to, from);
    }
    for (const other of restates) {
      const to = this.#propositions.get(other);
      if (to !== undefined && to !== from) link("MA", "Default Rephrase", from, to);
    }
  }

  #sayingsOf(entry: GraphEntry & Partial<GraphStatement>): readonly Saying[] {
    const proposition = this.#propositions.get(entry.id);
    if (proposition === undefined) return [];
    const say = (speaker: string, words: string, illocution: string, turn: number): Saying => ({
      speaker,
      words,
      illocution,
      proposition,
      turn,
    });
    const turnOf = (node: Pick<GraphNode, "attributes">): number =>
      Number(graphValue(node, "x-turn") ?? Number.POSITIVE_INFINITY);
    const { speakers = [], acceptedBy = [], rejectedBy = [], quotes = [] } = entry;
    const turns = quotes.filter((quote) => graphValue(quote, "x-turn") !== undefined);
    const written = [
      ...(graphValue(entry, "x-turn") === undefined ? [] : [{ ...entry, text: entry.text }]),
      ...turns,
    ].flatMap((one) => {
      const name = graphValue(one, "x-speaker") ?? this.#names.get(speakers[0] ?? "");
      const illocution = graphValue(one, "x-illocution") ?? "Asserting";
      return name === undefined ? [] : [say(name, one.text, illocution, turnOf(one))];
    });
    const nameOf = (id: string): string => this.#names.get(id) ?? "";
    const silent = speakers.map(nameOf).filter((name) => written.every(({ speaker }) => speaker !== name));
    return [
      ...written,
      ...silent.map((name) => say(name, entry.text, "Asserting", Number.POSITIVE_INFINITY)),
      ...acceptedBy.map((id) => say(nameOf(id), entry.text, "Agreeing", Number.POSITIVE_INFINITY)),
      ...rejectedBy.map((id) => say(nameOf(id), entry.text, "Disagreeing", Number.POSITIVE_INFINITY)),
    ];
  }

  /** Writes the locutions with the transitions between them. Returns for each what an argument can be anchored in. */
  #speak(sayings: readonly Saying[]): readonly { readonly saying: Saying; readonly anchor: AifNode }[] {
    let before: Locution | undefined;
    return sayings.map((saying) => {
      const { speaker, words, illocution, proposition, turn } = saying;
      const isSame =
        before?.speaker === speaker &&
        before.turn === turn &&
        Number.isFinite(turn) &&
        areSameWords(before.words, words);
      const said: Locution =
        before !== undefined && isSame ? before : { speaker, words, turn, ...this.#addLocution(saying, before) };
      before = said;
      const connection = this.#node("YA", illocution, illocution);
      this.#edge(said.node, connection);
      this.#edge(connection, proposition);
      return { saying, anchor: said.anchor };
    });
  }

  /** Writes a locution with the transition that leads to it. */
  #addLocution({ speaker, words }: Saying, before: Locution | undefined): Pick<Locution, "node" | "anchor"> {
    const node = this.#node("L", `${speaker} : ${words}`);
    this.#locutions.push({ nodeID: node.nodeID, personID: this.#person(speaker) });
    if (before === undefined) return { node, anchor: node };
    const anchor = this.#node("TA", "Default Transition", "Default Transition");
    this.#edge(before.node, anchor);
    this.#edge(anchor, node);
    return { node, anchor };
  }

  #person(name: string): string {
    const known = this.#persons.get(name)?.participantID;
    if (known !== undefined) return known;
    const participantID = String(this.#persons.size + 1);
    this.#persons.set(name, { participantID, name });
    return participantID;
  }

  /** Says who makes an inference: the speakers of the step, who say one of its premises. */
  #argue(step: GraphStep, spoken: readonly { readonly saying: Saying; readonly anchor: AifNode }[]): void {
    const { id, speakers = [], premises = [] } = step;
    const propositions = new Set([id, ...premises].map((one) => this.#propositions.get(one)));
    for (const speaker of speakers) {
      const name = this.#names.get(speaker);
      const found = spoken.find(({ saying }) => saying.speaker === name && propositions.has(saying.proposition));
      for (const inference of this.#inferences.get(id) ?? []) {
        const illocution = inference.type === "RA" ? "Arguing" : "Disagreeing";
        const connection = this.#node("YA", illocution, illocution);
        this.#edge(found?.anchor ?? this.#ownLocution(name ?? "", step), connection);
        this.#edge(connection, inference);
      }
    }
  }

  /** A locution of a speaker who says none of the premises. */
  #ownLocution(speaker: string, { text }: GraphStep): AifNode {
    const locution = this.#node("L", `${speaker} : ${text || "(argues)"}`);
    this.#locutions.push({ nodeID: locution.nodeID, personID: this.#person(speaker) });
    return locution;
  }
}
