/**
 * The model of the reasoning page by brute force. It shares no code with the server: conditions are two-valued functions,
 * and the fixed point is that of the consensus operator over all completions.
 */
import type { FrameworkInput } from "../arbitraries/frameworks.ts";

export type Value = true | false | undefined;

export interface BruteForceOptions {
  /** Whether strengths are compared. */
  readonly comparesStrengths: boolean;
  /** Nodes with a fixed value. */
  readonly supposed?: ReadonlyMap<number, boolean>;
  /** Replaces `grant` by a decision, for single worlds; for steps, whether they carry. */
  readonly decided?: ReadonlyMap<number, boolean>;
}

/** Returns the value of each node. */
export function bruteForceStandings(input: FrameworkInput, options: BruteForceOptions): readonly Value[] {
  let values: readonly Value[] = input.nodes.map(() => undefined);
  for (;;) {
    const next = values.map((_, node) => consensus(input, options, values, node));
    if (next.every((value, node) => value === values[node])) return values;
    values = next;
  }
}

/** Returns the value of a condition if it is the same in all completions. An open grant is a further unknown. */
function consensus(input: FrameworkInput, options: BruteForceOptions, values: readonly Value[], node: number): Value {
  const results = new Set<boolean>();
  const unknown = values.flatMap((value, index) => (value === undefined ? [index] : []));
  for (let bits = 0; bits < 2 ** (unknown.length + 1); bits++) {
    const completion = values.map((value) => value === true);
    for (const [position, index] of unknown.entries()) completion[index] = ((bits >> position) & 1) === 1;
    const isOpenGranted = ((bits >> unknown.length) & 1) === 1;
    results.add(holds(input, options, completion, node, isOpenGranted));
    if (results.size === 2) return undefined;
  }
  return [...results][0];
}

function holds(
  { nodes, rivalGroups }: FrameworkInput,
  { comparesStrengths, supposed, decided }: BruteForceOptions,
  stands: readonly boolean[],
  node: number,
  isOpenGranted: boolean,
): boolean {
  const fixed = supposed?.get(node);
  if (fixed !== undefined) return fixed;
  const own = nodes[node];
  if (own === undefined) throw new Error("No such node.");
  const strengthOf = (step: number): number => (comparesStrengths ? (nodes[step]?.strength ?? 0) : 1);
  const standingReasons = (of: number): readonly number[] =>
    (nodes[of]?.reasons ?? []).filter((reason) => stands[reason]).map(strengthOf);
  const groups = rivalGroups.filter(({ answers }) => answers.includes(node));
  const isEliminated = groups.some(
    ({ answers, isExhaustive }) =>
      isExhaustive && answers.length > 1 && answers.every((answer) => answer === node || !stands[answer]),
  );
  const isGranted = decided?.get(node) ?? (own.grant === "open" ? isOpenGranted : own.grant === "granted");
  const isSupported =
    own.kind === "step"
      ? (decided?.get(node) ?? true) &&
        own.premises.every((premise) => stands[premise]) &&
        (own.reasons.length === 0 || standingReasons(node).length > 0)
      : own.reasons.length === 0
        ? isGranted
        : standingReasons(node).length > 0 || isEliminated;
  const isAttacked = own.objections.some(
    (objection) => stands[objection] && !standingReasons(node).some((strength) => strength > strengthOf(objection)),
  );
  const rivals = [...own.contradictions, ...groups.flatMap(({ answers }) => answers)].filter((rival) => rival !== node);
  const isContradicted = rivals.some((rival) => {
    const hasReasons = (nodes[rival]?.reasons.length ?? 0) > 0;
    const against = standingReasons(rival);
    const isProtected =
      hasReasons && standingReasons(node).some((strength) => against.every((other) => strength > other));
    return stands[rival] && !isProtected;
  });
  return isSupported && !isAttacked && !isContradicted;
}
