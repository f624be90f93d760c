/**
 * The tables of competing answers, one for each question: an analysis of competing hypotheses (Heuer, “Psychology of
 * Intelligence Analysis”, 1999, chapter 8). Rows are evidence, columns are answers.
 */

import type { Entry } from "../../language/entry.ts";
import { inDocumentOrder } from "../../language/graph.ts";
import { answersTo } from "../../language/relations/claimRelations.ts";
import { mainWordingOf } from "../../language/relations/wordings.ts";
import { capitalize } from "../../strings/english.ts";
import type { Cell, CellTone, Row, Table } from "../../tables/table.ts";
import { likelihoodLabel, percentage } from "../explanations/likelihoodTerm.ts";
import { at, type NodeIndex } from "../framework.ts";
import { standingOf } from "../standing.ts";
import type { TableWords } from "../words/weighingWords.ts";
import { entryLabel, headingCell, signedPercentage, textCell } from "./labels.ts";
import type { WeighedMap } from "./reportedMap.ts";

/** An importance whose size rounds to 0 % is neutral. */
const NEUTRAL = 0.005;
/** From this size on, evidence speaks strongly for or against an answer. */
const STRONG = 0.25;

/** Returns a table for each question with at least two answers that evidence speaks for or against. */
export function answersTables(map: WeighedMap): readonly Table<Entry>[] {
  const questions = inDocumentOrder(
    map.files.flatMap((file) => [...file.entriesOf("question")]),
    map.files,
  );
  return questions.flatMap((question) => {
    const answers = [...new Set(answersTo(question, map.files).map((answer) => mainWordingOf(answer, map.files)))];
    const table = answers.length < 2 ? undefined : tableOf(map, question, answers);
    return table === undefined || table.rows.length === 0 ? [] : [table];
  });
}

/** One piece of evidence, with its bearing on each answer. */
interface Evidence {
  readonly entry: Entry;
  readonly likelihood: number;
  /** The importance for each answer. */
  readonly importance: readonly number[];
  /** How well it tells the answers apart: the difference between the largest and the smallest importance. */
  readonly diagnosticity: number;
}

function tableOf(map: WeighedMap, question: Entry, answers: readonly Entry[]): Table<Entry> {
  const { argument, standings, likelihoods, words } = map;
  const { titles, headings, tones, answersNote } = words.tables;
  const nodes = answers.map((answer) => argument.nodes.get(answer) ?? -1);
  const evidence = evidenceFor(map, nodes);
  const isCertain = evidence.every(({ likelihood }) => likelihood >= 1);
  const numberOf = (node: NodeIndex): number => at(likelihoods.likelihood, node);
  const totals: readonly Row<Entry>[] = [
    [
      textCell(headings.evidenceAgainst),
      textCell(""),
      ...nodes.map((_, column) => {
        const value = inconsistencyOf(evidence, column);
        return { text: [value.toFixed(2)], value };
      }),
      textCell(""),
    ],
    [
      textCell(headings.weighed),
      textCell(""),
      ...nodes.map((node) => textCell(capitalize(words.standingTerms[standingOf(standings, node)]))),
      textCell(""),
    ],
    ...(isCertain
      ? []
      : [
          [
            textCell(headings.likelihood),
            textCell(""),
            ...nodes.map((node) => ({
              text: [capitalize(likelihoodLabel(numberOf(node), at(likelihoods.open, node), words))],
              value: numberOf(node),
            })),
            textCell(""),
          ],
        ]),
  ];
  return {
    kind: "answers",
    title: `${titles.answers}: ${entryLabel(question, words)}`,
    columns: [
      { heading: headings.evidence, isNumeric: false },
      { heading: headings.likelihood, isNumeric: true },
      ...answers.map((answer) => ({ heading: entryLabel(answer, words), entry: answer, isNumeric: true })),
      { heading: headings.diagnosticity, isNumeric: true },
    ],
    rows: evidence.map((one) => [
      headingCell(one.entry, words),
      { text: [percentage(one.likelihood)], value: one.likelihood },
      ...one.importance.map((value) => judgmentCell(value, tones)),
      { text: [`${Math.round(one.diagnosticity * 100)}%`], value: one.diagnosticity },
    ]),
    totals,
    notes: [[answersNote]],
  };
}

/** Returns the evidence that speaks for or against any of the answers, what tells them apart best first. */
function evidenceFor(
  { argument, likelihoods, importance: { grounds, importanceFor } }: WeighedMap,
  answers: readonly NodeIndex[],
): readonly Evidence[] {
  return grounds
    .flatMap((ground): readonly Evidence[] => {
      const entry = argument.entries[ground];
      const importance = answers.map((answer) => importanceFor(ground, answer));
      const isEvidence = !answers.includes(ground) && importance.some((value) => Math.abs(value) >= NEUTRAL);
      if (entry === undefined || !isEvidence) return [];
      const diagnosticity = Math.max(...importance) - Math.min(...importance);
      return [{ entry, likelihood: at(likelihoods.likelihood, ground), importance, diagnosticity }];
    })
    .sort((a, b) => b.diagnosticity - a.diagnosticity);
}

/** Returns what speaks against an answer, each piece of evidence multiplied by its own likelihood. */
const inconsistencyOf = (evidence: readonly Evidence[], column: number): number =>
  evidence.reduce((sum, { likelihood, importance }) => sum + likelihood * Math.max(0, -(importance[column] ?? 0)), 0);

/** Returns a judgment in words with the importance: “for (+20%)”. */
function judgmentCell(value: number, tones: TableWords["tones"]): Cell<Entry> {
  const tone = toneOf(value);
  if (tone === undefined) return { text: [tones.neutral], value: 0 };
  return { text: [`${tones[tone]} (${signedPercentage(value)})`], value, tone };
}

function toneOf(value: number): Exclude<CellTone, "conflict"> | undefined {
  if (Math.abs(value) < NEUTRAL) return undefined;
  if (value > 0) return value >= STRONG ? "strongly-for" : "for";
  return value <= -STRONG ? "strongly-against" : "against";
}
