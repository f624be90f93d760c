/** Compares attack graphs with the grounded extension that an answer set solver computes. */
import { init } from "clingo-wasm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createFramework, type NodeDescription } from "../../../server/core/reasoning/frameworkBuilder.ts";
import { computeStandings, standingOf } from "../../../server/core/reasoning/standing.ts";

/**
 * The textbook encoding: an argument is in if all its attackers are out, and out if one of them is in. The least model of
 * this positive program is the grounded extension.
 */
const encoding = `
  in(G, X) :- argument(G, X); out(G, Y) : attack(G, Y, X).
  out(G, X) :- attack(G, Y, X), in(G, Y).
  #show in/2.
  #show out/2.
`;

interface AttackGraph {
  readonly size: number;
  readonly attacks: readonly (readonly [attacker: number, target: number])[];
}

const attackGraphs: fc.Arbitrary<AttackGraph> = fc.integer({ min: 1, max: 12 }).chain((size) => {
  const argument = fc.nat({ max: size - 1 });
  return fc.record({ size: fc.constant(size), attacks: fc.array(fc.tuple(argument, argument), { maxLength: 24 }) });
});

/** Each argument is a statement, and each attack an objection that rests on its attacker. */
function standingsOf({ size, attacks }: AttackGraph): readonly string[] {
  const plain = {
    grant: "granted",
    chance: undefined,
    strength: 1,
    reasons: [],
    premises: [],
    contradictions: [],
  } as const;
  const statements = Array.from({ length: size }, (_, argument): NodeDescription => {
    const objections = attacks.flatMap(([, target], index) => (target === argument ? [size + index] : []));
    return { ...plain, kind: "statement", objections, seed: 0 };
  });
  const steps = attacks.map(
    ([attacker]): NodeDescription => ({ ...plain, kind: "step", premises: [attacker], objections: [], seed: 0 }),
  );
  const standings = computeStandings(createFramework([...statements, ...steps]));
  return statements.map((_, argument) => standingOf(standings, argument));
}

/** Solves many graphs in one program, because starting the solver takes longer than solving. */
async function groundedExtensions(graphs: readonly AttackGraph[]): Promise<readonly (readonly string[])[]> {
  const facts = graphs.flatMap(({ size, attacks }, graph) => [
    ...Array.from({ length: size }, (_, argument) => `argument(${graph},${argument}).`),
    ...attacks.map(([attacker, target]) => `attack(${graph},${attacker},${target}).`),
  ]);
  // The package has no build with threads for Node.
  const solve = await init({ singleThreaded: true });
  const result = solve(`${encoding}${facts.join("\n")}`);
  if (result.Result === "ERROR") throw new Error(result.Error);
  const model = new Set(result.Call[0]?.Witnesses[0]?.Value);
  return graphs.map(({ size }, graph) =>
    Array.from({ length: size }, (_, argument) =>
      model.has(`in(${graph},${argument})`) ? "stands" : model.has(`out(${graph},${argument})`) ? "falls" : "undecided",
    ),
  );
}

test("for attacks alone, what stands is the grounded extension", async () => {
  const graphs = fc.sample(attackGraphs, 300);
  const expected = await groundedExtensions(graphs);
  for (const [index, graph] of graphs.entries()) {
    expect(standingsOf(graph), JSON.stringify(graph)).toEqual(expected[index]);
  }
  // The sample has graphs of each kind.
  expect(new Set(expected.flat())).toEqual(new Set(["stands", "falls", "undecided"]));
});
