/** The marks of an evaluation that the command line draws: those of the preview that need no explanation. */
import { importClosure } from "../core/language/graph.ts";
import type { MapFile } from "../core/language/map.ts";
import { pictureWords } from "../core/picture/words/languages.ts";
import type { PictureWords } from "../core/picture/words/pictureWords.ts";
import { isUncertain, likelihoodBadge, likelihoodLabel } from "../core/reasoning/explanations/likelihoodTerm.ts";
import { at } from "../core/reasoning/framework.ts";
import { computeLikelihoods } from "../core/reasoning/likelihood/likelihood.ts";
import { readArgument } from "../core/reasoning/readFramework.ts";
import { computeStandings, type Standing, standingOf } from "../core/reasoning/standing.ts";
import { loadWeighingWords } from "../core/reasoning/words/loadWords.ts";
import type { WeighingWords } from "../core/reasoning/words/weighingWords.ts";
import { cardIdOf } from "../core/tree/buildTree.ts";
import type { CardId, Tree } from "../core/tree/tree.ts";
import type { ExportedView } from "../protocol/export.ts";
import type { DrawnEvaluation } from "./weighingModes.ts";

type WeighedCard = NonNullable<ExportedView["weighed"]>[number];
type Mark = NonNullable<WeighedCard["mark"]>;

/** Evaluates a map. Returns the marks of the cards of a tree. */
export async function weighTree(
  map: MapFile,
  { cards, language }: Tree,
  mode: DrawnEvaluation,
): Promise<readonly WeighedCard[]> {
  const weighingWords = await loadWeighingWords(language);
  const argument = readArgument(importClosure(map));
  const standings = computeStandings(argument.framework);
  const likelihoods =
    mode === "likelihood" ? computeLikelihoods(argument.framework, standings.suppositions) : undefined;
  const words = pictureWords(language);
  const nodes = new Map<CardId, number>(Array.from(argument.nodes, ([entry, node]) => [cardIdOf(entry, map), node]));
  return cards.flatMap(({ id, kind, referencedCard, likelihood }): readonly WeighedCard[] => {
    const node = nodes.get(referencedCard ?? id);
    if (node === undefined) return [];
    if (likelihoods === undefined) {
      const standing = standingOf(standings, node);
      return [{ card: id, mark: standingMark(standing, kind === "objection", words) }];
    }
    const mark = likelihoodMark(at(likelihoods.likelihood, node), at(likelihoods.open, node), words, weighingWords);
    // The author's own words are not repeated.
    const isAsStated = Math.abs((likelihood?.fraction ?? Number.NaN) - at(likelihoods.likelihood, node)) < 0.005;
    return [{ card: id, mark: isAsStated && mark.isLikelihood ? { ...mark, badge: undefined } : mark }];
  });
}

/** Only an objection has a mark if it stands. */
function standingMark(standing: Standing, isObjection: boolean, words: PictureWords): Mark {
  const stands = isObjection ? "✓" : undefined;
  const badge = standing === "stands" ? stands : badgeOf(standing, words);
  return { standing, isLikelihood: false, ...(badge !== undefined && { badge }) };
}

function likelihoodMark(stands: number, open: number, words: PictureWords, weighingWords: WeighingWords): Mark {
  if (isUncertain(stands, open))
    return {
      standing: "stands",
      isLikelihood: true,
      badge: likelihoodBadge(stands, open, weighingWords),
      likelihood: likelihoodLabel(stands, open, weighingWords),
    };
  const standing = open >= 1 ? "undecided" : stands <= 0 ? "falls" : "stands";
  return { standing, isLikelihood: false, ...(standing !== "stands" && { badge: badgeOf(standing, words) }) };
}

const badgeOf = (standing: "falls" | "undecided", { legend }: PictureWords): string =>
  standing === "falls" ? `× ${legend.falls}` : `? ${legend.undecided}`;
