/** The locutions of a network: their order, their speakers and their words. */
import type { AifIndex, AifNetwork, AifNode } from "./aifNetwork.ts";

/** A locution, taken apart. */
export interface Locution {
  readonly node: AifNode;
  /** The name of the speaker; undefined if nobody is named. */
  readonly speaker: string | undefined;
  readonly words: string;
}

/** `Helen Whatley : you have to leave home`: a name of at most a few words. */
const NAMED = /^\s*([^:\n]{1,60}?)(?:\s+:\s*|:\s+)/u;

/** Returns the locutions by the id of their node, in the order of the dialogue. */
export function locutionsOf(network: AifNetwork, index: AifIndex): ReadonlyMap<string, Locution> {
  const names = new Map(network.participants.map(({ participantID, name }) => [participantID, name]));
  const persons = new Map(network.locutions.map(({ nodeID, personID }) => [nodeID, personID]));
  const found = new Map<string, Locution>();
  for (const node of inDialogueOrder(network, index)) {
    const person = persons.get(node.nodeID);
    const [prefix = "", written] = NAMED.exec(node.text) ?? [];
    const speaker = (person === undefined ? undefined : names.get(person)) || written;
    const words = (written === undefined ? node.text : node.text.slice(prefix.length)).trim();
    found.set(node.nodeID, { node, speaker: speaker?.trim(), words });
  }
  return found;
}

/** Returns the locutions in the order of the transitions between them; those without any stay in the order of the file. */
function inDialogueOrder({ nodes }: AifNetwork, index: AifIndex): readonly AifNode[] {
  const all = nodes.filter(({ type }) => type === "L");
  const followers = (node: AifNode): readonly AifNode[] =>
    index.outOf(node, "TA").flatMap((transition) => index.outOf(transition, "L"));
  const open = new Map(all.map((node) => [node, 0]));
  for (const node of all) for (const next of followers(node)) open.set(next, (open.get(next) ?? 0) + 1);
  const ordered: AifNode[] = [];
  const done = new Set<AifNode>();
  const visit = (first: AifNode): void => {
    const ready = [first];
    for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
      if (done.has(node)) continue;
      done.add(node);
      ordered.push(node);
      for (const next of followers(node).toReversed()) {
        const waiting = (open.get(next) ?? 1) - 1;
        open.set(next, waiting);
        if (waiting === 0) ready.push(next);
      }
    }
  };
  for (const node of all) if (open.get(node) === 0) visit(node);
  // The remaining locutions form a circle.
  for (const node of all) visit(node);
  return ordered;
}

/** Returns the position in the dialogue, from 1, of each locution that is said of a proposition. */
export function turnsOf(
  locutions: ReadonlyMap<string, Locution>,
  said: ReadonlySet<Locution>,
): ReadonlyMap<Locution, number> {
  const inOrder = [...locutions.values()].filter((locution) => said.has(locution));
  return new Map(inOrder.map((locution, index) => [locution, index + 1]));
}

/** Whether two texts differ at most in capitals and spaces. */
export const areSameWords = (a: string, b: string): boolean => comparable(a) === comparable(b);

const comparable = (text: string): string =>
  text
    .replaceAll(/[\s\p{Zs}]+/gu, " ")
    .trim()
    .toLowerCase();
