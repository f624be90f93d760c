/** Random frameworks, small enough for brute force. */
import fc from "fast-check";
import type { RivalGroup } from "../../../server/core/reasoning/framework.ts";
import type { NodeDescription } from "../../../server/core/reasoning/frameworkBuilder.ts";

export interface FrameworkInput {
  readonly nodes: readonly NodeDescription[];
  readonly rivalGroups: readonly RivalGroup[];
}

/**
 * Frameworks with up to `maxSize` nodes, with cycles, shared premises, contradictions and rival answers. No step is on
 * both sides of one condition: there, Kleene's logic says “undecided” where all completions may agree.
 */
export const frameworks = (maxSize: number): fc.Arbitrary<FrameworkInput> =>
  anyFrameworks(maxSize).filter(({ nodes, rivalGroups }) =>
    nodes.every(({ reasons, objections, contradictions }, node) => {
      const rivals = rivalGroups.flatMap(({ answers }) => (answers.includes(node) ? answers : []));
      const against = [...contradictions, ...rivals].filter((rival) => rival !== node);
      const opposing = new Set([...objections, ...against.flatMap((rival) => nodes[rival]?.reasons ?? [])]);
      return !reasons.some((reason) => opposing.has(reason));
    }),
  );

const anyFrameworks = (maxSize: number): fc.Arbitrary<FrameworkInput> =>
  fc.integer({ min: 1, max: maxSize }).chain((size) => {
    const index = fc.nat({ max: size - 1 });
    return fc
      .record({
        kinds: fc.array(fc.constantFrom("statement" as const, "step" as const), { minLength: size, maxLength: size }),
        grants: fc.array(
          fc.constantFrom("granted" as const, "granted" as const, "open" as const, "rejected" as const),
          {
            minLength: size,
            maxLength: size,
          },
        ),
        chances: fc.array(fc.option(fc.constantFrom(0, 0.2, 0.5, 0.9, 1), { nil: undefined }), {
          minLength: size,
          maxLength: size,
        }),
        strengths: fc.array(fc.constantFrom(0.3, 0.55, 0.8, 1), { minLength: size, maxLength: size }),
        support: fc.array(fc.tuple(index, index), { maxLength: size }),
        attack: fc.array(fc.tuple(index, index), { maxLength: size }),
        premise: fc.array(fc.tuple(index, index), { maxLength: size }),
        contradiction: fc.array(fc.tuple(index, index), { maxLength: 2 }),
        groups: fc.array(
          fc.record({ answers: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }), isExhaustive: fc.boolean() }),
          { maxLength: 1 },
        ),
      })
      .map(({ kinds, grants, chances, strengths, support, attack, premise, contradiction, groups }) => {
        const isStep = (node: number): boolean => kinds[node] === "step";
        const nodes = kinds.map((kind, node) => ({
          kind,
          grant: grants[node] ?? "granted",
          chance: chances[node],
          strength: strengths[node] ?? 1,
          reasons: targetsOf(support, node, isStep),
          objections: targetsOf(attack, node, isStep),
          premises: kind === "step" ? targetsOf(premise, node, (one) => !isStep(one)) : [],
          contradictions:
            kind === "step"
              ? []
              : [...new Set(contradiction.flatMap(([a, b]) => (a === node ? [b] : b === node ? [a] : [])))].filter(
                  (other) => other !== node && !isStep(other),
                ),
          seed: node + 1,
        }));
        return {
          nodes,
          rivalGroups: groups
            .map(({ answers, isExhaustive }) => ({ answers: answers.filter((one) => !isStep(one)), isExhaustive }))
            .filter(({ answers }) => answers.length > 0),
        };
      });
  });

const targetsOf = (
  edges: readonly (readonly [number, number])[],
  node: number,
  isWanted: (other: number) => boolean,
): readonly number[] => [...new Set(edges.flatMap(([to, from]) => (to === node && isWanted(from) ? [from] : [])))];
