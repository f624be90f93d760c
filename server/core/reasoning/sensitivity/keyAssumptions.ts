/** Which of the statements that a map takes for granted its conclusions depend on. */
import type { Entry } from "../../language/entry.ts";
import type { Argument } from "../argument.ts";
import { createWhatIf, type Standings, standingOf } from "../standing.ts";
import { conclusionsOf, type ImportanceMatrix } from "./importanceMatrix.ts";

/** One statement without reasons, or one step without premises. */
export interface KeyAssumption {
  readonly entry: Entry;
  /** The importance for each conclusion that depends on it, from −1 to 1, the largest first. */
  readonly importance: readonly { readonly conclusion: Entry; readonly value: number }[];
  /** The conclusions that stand now, and would not if this were false. */
  readonly carries: readonly Entry[];
}

/** Returns the statements on which conclusions depend, the most important first. */
export function keyAssumptions(
  argument: Argument,
  standings: Standings,
  { grounds, importanceFor }: ImportanceMatrix,
): readonly KeyAssumption[] {
  const { entries } = argument;
  const conclusions = conclusionsOf(argument);
  const whatIf = createWhatIf(standings);
  return grounds
    .flatMap((ground): readonly KeyAssumption[] => {
      const entry = entries[ground];
      const importance = conclusions
        .flatMap((node) => {
          const value = importanceFor(ground, node);
          const conclusion = entries[node];
          return value === 0 || conclusion === undefined || conclusion === entry ? [] : [{ conclusion, value }];
        })
        .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
      if (entry === undefined || importance.length === 0) return [];
      whatIf.suppose([[ground, false]]);
      const carries = conclusions.filter(
        (node) => standingOf(standings, node) === "stands" && standingOf(whatIf.standings, node) !== "stands",
      );
      whatIf.suppose([[ground, standings.suppositions.get(ground)]]);
      return [{ entry, importance, carries: carries.flatMap((node) => entries[node] ?? []) }];
    })
    .sort((a, b) => Math.abs(b.importance[0]?.value ?? 0) - Math.abs(a.importance[0]?.value ?? 0));
}
