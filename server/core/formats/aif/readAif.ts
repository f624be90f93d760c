/** Reads an argument network as an argument. */

import type { Omission } from "../format.ts";
import type {
  ArgumentGraph,
  GraphAttribute,
  GraphParty,
  GraphQuote,
  GraphStatement,
  GraphStep,
} from "../graph/argumentGraph.ts";
import { compactGraph } from "../graph/compactGraph.ts";
import { Omissions } from "../omissions.ts";
import { AifIndex, type AifNetwork, type AifNode } from "./aifNetwork.ts";
import { areSameWords, type Locution, locutionsOf, turnsOf } from "./dialogue.ts";
import { isConflict, schemeOf, summaryOf } from "./schemeNames.ts";

/** The id of the source that all quotes are from. */
const DIALOGUE = "dialogue";

/** The speakers of a node's content, with their locutions. */
interface Sayings {
  readonly speakers: Set<string>;
  readonly acceptedBy: Set<string>;
  readonly rejectedBy: Set<string>;
  readonly said: { readonly locution: Locution; readonly illocution: string }[];
}

/**
 * Returns a network as an argument: propositions as claims, inferences and conflicts as steps, rephrases as `restates`,
 * locutions as speakers and quotes.
 */
export function readAif(network: AifNetwork): {
  readonly graph: ArgumentGraph;
  readonly omissions: readonly Omission[];
} {
  const index = new AifIndex(network);
  const omissions = new Omissions();
  listRepeatedIds(network, omissions);
  const locutions = locutionsOf(network, index);
  const sayings = collectSayings(network, index, locutions, omissions);
  const said = [...sayings.values()].flatMap((one) => one.said.map(({ locution }) => locution));
  const turns = turnsOf(locutions, new Set(said));
  const statements = network.nodes
    .filter(({ type }) => type === "I")
    .map((node) => toStatement(node, index, turns, sayings.get(node.nodeID)));
  const steps = network.nodes.flatMap((node) => toStep(node, index, sayings.get(node.nodeID), omissions) ?? []);
  listOthers(network, index, omissions);
  const ordered = statements.map((statement, at) => ({ statement, at, turn: turnOf(statement) }));
  ordered.sort((a, b) => a.turn - b.turn || a.at - b.at);
  const inOrder = ordered.map(({ statement }) => statement);
  const hasQuotes = statements.some(({ quotes = [] }) => quotes.length > 0);
  const graph: ArgumentGraph = {
    sources: hasQuotes ? [{ id: DIALOGUE, name: DIALOGUE, text: "The dialogue" }] : [],
    speakers: partiesIn(inOrder, steps),
    statements: inOrder,
    steps,
  };
  return { graph: compactGraph(graph), omissions: omissions.list };
}

/** Of nodes with one id, only the last one is read. Lists the others if they differ. */
function listRepeatedIds({ nodes }: AifNetwork, omissions: Omissions): void {
  const last = new Map(nodes.map((node) => [node.nodeID, node]));
  for (const { nodeID, text, type } of nodes) {
    const read = last.get(nodeID);
    if (read !== undefined && (read.text !== text || read.type !== type))
      omissions.add("nodes with the id of another node", text.trim() === "" ? `node ${nodeID}` : `“${text.trim()}”`);
  }
}

const SPEAKER = "speaker ";
const speakerId = (name: string): string => SPEAKER + name;

/** Returns the speakers in the order in which the argument names them. */
function partiesIn(statements: readonly GraphStatement[], steps: readonly GraphStep[]): readonly GraphParty[] {
  const ids = new Set([
    ...statements.flatMap(({ speakers = [] }) => speakers),
    ...steps.flatMap(({ speakers = [] }) => speakers),
    ...statements.flatMap(({ acceptedBy = [], rejectedBy = [] }) => [...acceptedBy, ...rejectedBy]),
  ]);
  return Array.from(ids, (id) => ({ id, text: id.slice(SPEAKER.length) }));
}

function turnOf({ attributes = [], quotes = [] }: GraphStatement): number {
  const turns = [...attributes, ...quotes.flatMap((quote) => quote.attributes ?? [])].filter(
    ({ key }) => key === "x-turn",
  );
  return Math.min(...turns.map(({ value }) => Number(value)));
}

function collectSayings(
  { nodes }: AifNetwork,
  index: AifIndex,
  locutions: ReadonlyMap<string, Locution>,
  omissions: Omissions,
): ReadonlyMap<string, Sayings> {
  const sayings = new Map<string, Sayings>();
  const used = new Set<Locution>();
  for (const node of nodes) {
    if (node.type !== "YA") continue;
    const illocution = (node.text || node.scheme || "Asserting").trim();
    const direct = index.into(node, "L");
    const spoken = [...direct, ...index.into(node, "TA").flatMap((transition) => index.outOf(transition, "L"))];
    for (const content of index.outOf(node, "I", "RA", "CA", "MA", "PA")) {
      const known = sayings.get(content.nodeID) ?? newSayings();
      sayings.set(content.nodeID, known);
      for (const one of spoken) {
        const locution = locutions.get(one.nodeID);
        if (locution === undefined) continue;
        addSaying(known, locution, illocution, content, direct.includes(one));
        used.add(locution);
      }
    }
  }
  for (const locution of locutions.values())
    if (!used.has(locution)) omissions.add("locutions without a content", `“${locution.node.text.trim()}”`);
  return sayings;
}

const newSayings = (): Sayings => ({ speakers: new Set(), acceptedBy: new Set(), rejectedBy: new Set(), said: [] });

function addSaying(to: Sayings, locution: Locution, illocution: string, content: AifNode, isDirect: boolean): void {
  const { speaker } = locution;
  const isProposition = content.type === "I";
  if (speaker !== undefined) {
    if (isProposition && /^agree/iu.test(illocution)) to.acceptedBy.add(speaker);
    else if (isProposition && /^disagree/iu.test(illocution)) to.rejectedBy.add(speaker);
    // A question does not say that it is so.
    else if (!isPureQuestion(illocution)) to.speakers.add(speaker);
  }
  const isVote = /^(?:dis)?agree/iu.test(illocution);
  if (isProposition && isDirect && !isVote) to.said.push({ locution, illocution });
}

const isPureQuestion = (illocution: string): boolean => /^pure questioning$/iu.test(illocution);

function toStatement(
  node: AifNode,
  index: AifIndex,
  turns: ReadonlyMap<Locution, number>,
  sayings = newSayings(),
): GraphStatement {
  const restated = index.outOf(node, "MA").flatMap((rephrase) => index.outOf(rephrase, "I"));
  const contradicted = index
    .outOf(node, "CA")
    .filter((conflict) => isContradiction(conflict, index))
    .flatMap((conflict) => index.outOf(conflict, "I"));
  const text = node.text.trim() || "(no words)";
  const { attributes, quotes } = said(text, sayings, turns);
  return {
    id: node.nodeID,
    text,
    attributes,
    quotes,
    speakers: [...sayings.speakers].map(speakerId),
    acceptedBy: [...sayings.acceptedBy].map(speakerId),
    rejectedBy: [...sayings.rejectedBy].map(speakerId),
    restates: restated.filter((one) => one !== node).map(({ nodeID }) => nodeID),
    // A contradiction is a conflict in both directions, but written once.
    contradicts: contradicted.filter((one) => node.nodeID < one.nodeID).map(({ nodeID }) => nodeID),
  };
}

/** The words of locutions become quotes, unless they are the words of the proposition. */
function said(text: string, { speakers, said }: Sayings, turns: ReadonlyMap<Locution, number>) {
  const attributes: GraphAttribute[] = [];
  const quotes: GraphQuote[] = [];
  for (const { locution, illocution } of said) {
    const { speaker, words } = locution;
    const isAmbiguous = speaker !== undefined && (speakers.size > 1 || !speakers.has(speaker));
    const about: GraphAttribute[] = [
      { key: "x-turn", value: String(turns.get(locution)) },
      ...(isAmbiguous ? [{ key: "x-speaker", value: speaker }] : []),
      ...(/^asserting$/iu.test(illocution) ? [] : [{ key: "x-illocution", value: illocution }]),
    ];
    const isSame = areSameWords(words, text) || words === "";
    if (isSame && attributes.length === 0) attributes.push(...about);
    else quotes.push({ id: `quote ${locution.node.nodeID} ${text}`, source: DIALOGUE, text: words, attributes: about });
  }
  return { attributes, quotes };
}

/** Whether a conflict is one half of a contradiction between two propositions. */
function isContradiction(conflict: AifNode, index: AifIndex): boolean {
  if (!isConflict(conflict, "Logical Conflict")) return false;
  const [from, ...others] = index.into(conflict, "I");
  const [to, ...more] = index.outOf(conflict);
  return (
    from !== undefined &&
    to?.type === "I" &&
    others.length + more.length === 0 &&
    index.outOf(to, "CA").some((back) => isConflict(back, "Logical Conflict") && index.outOf(back).includes(from))
  );
}

function toStep(
  node: AifNode,
  index: AifIndex,
  sayings: Sayings | undefined,
  omissions: Omissions,
): GraphStep | undefined {
  if (node.type !== "RA" && node.type !== "CA") return undefined;
  if (isContradiction(node, index)) return undefined;
  const premises = index.into(node, "I");
  const targets = index.outOf(node, "I", "RA", "CA");
  if (premises.length === 0 || targets.length === 0) {
    const what = node.type === "RA" ? "inferences" : "conflicts";
    omissions.add(`${what} without premises or a target`, `node ${node.nodeID}`);
    return undefined;
  }
  const scheme = schemeOf(node);
  return {
    id: node.nodeID,
    text: summaryOf(node),
    targets: targets.map(({ nodeID }) => ({ id: nodeID, side: node.type === "RA" ? "for" : "against" })),
    premises: premises.map(({ nodeID }) => nodeID),
    speakers: [...(sayings?.speakers ?? [])].map(speakerId),
    attributes: scheme === undefined ? [] : [{ key: "scheme", value: scheme }],
  };
}

function listOthers({ nodes }: AifNetwork, index: AifIndex, omissions: Omissions): void {
  for (const node of nodes) {
    const place = `node ${node.nodeID}`;
    if (node.type === "PA") omissions.add("preferences", place);
    else if (node.type === "MA") {
      if (index.into(node, "I").length === 0 || index.outOf(node, "I").length === 0)
        omissions.add("rephrases without two propositions", place);
    } else if (!["I", "L", "RA", "CA", "TA", "YA"].includes(node.type))
      omissions.add(`nodes of type ${node.type}`, place);
  }
}
