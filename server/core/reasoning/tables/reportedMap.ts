import type { MapFile } from "../../language/map.ts";
import type { Argument } from "../argument.ts";
import type { Likelihoods } from "../likelihood/likelihood.ts";
import type { ImportanceMatrix } from "../sensitivity/importanceMatrix.ts";
import type { Standings } from "../standing.ts";
import type { WeighingWords } from "../words/weighingWords.ts";

/** A map and what stands in it, for tables. */
export interface ReportedMap {
  readonly files: readonly MapFile[];
  readonly argument: Argument;
  readonly standings: Standings;
  readonly words: WeighingWords;
}

/** A map with everything that tables can show of it. */
export interface WeighedMap extends ReportedMap {
  readonly likelihoods: Likelihoods;
  readonly importance: ImportanceMatrix;
}
