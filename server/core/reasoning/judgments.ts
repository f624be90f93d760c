/** The values of an argument that depend only on the attributes and the text of one entry. */
import type { Entry } from "../language/entry.ts";
import { isStep } from "../language/vocabulary.ts";
import type { Argument } from "./argument.ts";
import { grantCodes, type NodeIndex } from "./framework.ts";
import {
  firstSeed,
  grantOf,
  grantOfText,
  seedKey,
  statedLikelihood,
  statedStrength,
  statedValue,
} from "./statedValues.ts";

/** The data of an argument. */
type ReadArgument = Omit<Argument, "withFramework">;

/** The values that the attributes and the text of an entry state for its nodes. */
interface Judgment {
  readonly node: NodeIndex;
  readonly chance: number;
  /** The node that is granted or not: of a step without premises, the text. */
  readonly grantedNode: NodeIndex;
  readonly grant: number;
}

function judgmentOf({ entries, nodes, textNodes, wordings }: ReadArgument, entry: Entry): Judgment | undefined {
  const node = nodes.get(entry);
  if (node === undefined) return undefined;
  const main = entries[node] ?? entry;
  const all = wordings.get(main) ?? [main];
  const isOfStep = isStep(entry.head.keyword);
  const chance = isOfStep ? statedStrength(entry) : statedLikelihood(all);
  const textNode = textNodes.get(entry);
  const grant = grantCodes[textNode !== undefined ? grantOfText(entry) : isOfStep ? "granted" : grantOf(all)];
  return { node, chance: chance ?? Number.NaN, grantedNode: textNode ?? node, grant };
}

/**
 * Whether the attributes and the text of an entry still say what the argument was read from, so that the argument is up to
 * date. The head of the entry and its place must not have changed.
 */
export function hasSameJudgment(argument: ReadArgument, entry: Entry): boolean {
  // The number of answers that can be true is written in the question, which has no node.
  if (entry.head.keyword === "question") return false;
  const judgment = judgmentOf(argument, entry);
  if (judgment === undefined) return true;
  const { chance, grant } = argument.framework;
  return Object.is(chance[judgment.node], judgment.chance) && grant[judgment.grantedNode] === judgment.grant;
}

/**
 * Returns the argument after the attributes of some entries have changed, without reading the map again. Undefined if it must
 * be read again.
 */
export function withJudgments(argument: Argument, entries: Iterable<Entry>): Argument | undefined {
  const { framework } = argument;
  const chance = framework.chance.slice();
  const strength = framework.strength.slice();
  const grant = framework.grant.slice();
  const seed = framework.seed.slice();
  for (const entry of entries) {
    if (entry.head.keyword === "question") return undefined;
    const judgment = judgmentOf(argument, entry);
    if (judgment === undefined) continue;
    const { node } = judgment;
    if (Number.isNaN(chance[node]) !== Number.isNaN(judgment.chance)) {
      const key = seedKey(argument.entries[node] ?? entry);
      // The seeds of entries with the same text depend on their order.
      const isShared = argument.entries.some(
        (other, index) => index !== node && !Number.isNaN(chance[index]) && seedKey(other) === key,
      );
      if (isShared) return undefined;
      seed[node] = Number.isNaN(judgment.chance) ? 0 : firstSeed(key);
    }
    chance[node] = judgment.chance;
    if (framework.isStep[node] === 1) strength[node] = Number.isNaN(judgment.chance) ? 1 : judgment.chance;
    grant[judgment.grantedNode] = judgment.grant;
  }
  return argument.withFramework({ ...framework, chance, strength, grant, seed });
}

/** Returns the `likelihood` of a statement as it is written, in any of its wordings. */
export const statedLikelihoodOf = ({ entries, nodes, wordings }: Argument, entry: Entry): string | undefined => {
  const main = entries[nodes.get(entry) ?? -1] ?? entry;
  return statedValue(wordings.get(main) ?? [main], "likelihood");
};
