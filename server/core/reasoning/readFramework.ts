/** Reads the framework of a map from its entries. */
import { attributeOf, type Entry } from "../language/entry.ts";
import {
  answersTo,
  contradictionsIn,
  hasPremises,
  isWrittenOutClaim,
  premisesOf,
  restatedBy,
  stepTargets,
} from "../language/graph.ts";
import type { MapFile } from "../language/map.ts";
import { scaleValue } from "../language/values.ts";
import { isStep } from "../language/vocabulary.ts";
import { createFramework, type Framework, type Grant, type NodeDescription, type NodeIndex, type RivalGroup } from "./framework.ts";

/** The framework of a map, and which node belongs to which entry. */
export interface Argument {
  readonly framework: Framework;
  /** The entry of each node. For several wordings of one statement, the one that the others restate. */
  readonly entries: readonly Entry[];
  /** The node of each statement and step. */
  readonly nodes: ReadonlyMap<Entry, NodeIndex>;
  /** For steps without premises, the node of their text, which is their only premise. */
  readonly textNodes: ReadonlyMap<Entry, NodeIndex>;
}

/** A node while its lists are being filled. */
type NodeDraft = {
  -readonly [K in keyof NodeDescription]: NodeDescription[K] extends readonly (infer T)[] ? T[] : NodeDescription[K];
};

/** Returns the argument of a map, which may consist of several files. */
export function readArgument(files: readonly MapFile[]): Argument {
  const reader = createReader();
  const inOrder = files.map(entriesInOrder);
  for (const entries of inOrder) for (const entry of entries) if (isWrittenOutClaim(entry)) reader.addStatement(entry);
  for (const entries of inOrder) for (const entry of entries) if (isStep(entry.head.keyword)) reader.addStep(entry);
  for (const entries of inOrder) for (const entry of entries) if (isStep(entry.head.keyword)) reader.connectStep(entry);
  for (const [first, second] of contradictionsIn(files)) reader.addContradiction(first, second);
  for (const file of files) for (const question of file.entriesOf("question")) reader.addAnswers(question, files);
  return reader.finish();
}
