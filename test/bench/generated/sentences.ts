/** Sentences for generated maps and articles. */
import type { Random } from "./random.ts";

type Choices = readonly [string, ...string[]];

const openings: Choices = [
  "In the first year of the trial",
  "By the account of the traders",
  "On most working days",
  "Since the new rules came in",
  "For people who live near the ring road",
  "As the second survey shows",
  "Even in a mild winter",
  "Outside the summer season",
  "In all three districts",
  "When the figures are put side by side",
  "At the hours that matter most",
  "Against what was promised",
  "In the view of the review board",
  "Over the whole of the period",
  "Where streets are narrow",
  "With the new timetable",
];

const subjects: Choices = [
  "the charge",
  "the bus company",
  "the city office",
  "a smaller zone",
  "the market hall",
  "every second shop",
  "the new tram line",
  "the council",
  "a fee for deliveries",
  "the old bridge",
  "the school run",
  "the permit scheme",
  "traffic on the quay",
  "the air in the center",
  "the repair fund",
  "the night service",
];

const verbs: Choices = [
  "has changed",
  "does little for",
  "costs more than",
  "depends on",
  "would take the place of",
  "is older than",
  "has been counted with",
  "falls short of",
  "makes room for",
  "was planned before",
  "cannot be told from",
  "draws people away from",
  "brings down",
  "pays for",
  "keeps up with",
  "stands in the way of",
];

const objects: Choices = [
  "the number of empty flats",
  "the time that a crossing takes",
  "what visitors spend in a day",
  "the noise along the river",
  "the plan of ten years ago",
  "the wish for quiet streets",
  "the sale of daily goods",
  "the work of the last council",
  "parking in the side streets",
  "the share of journeys on foot",
  "the trade of the weekly fair",
  "the wear of the paving stones",
  "what a family can afford",
  "the cost of a monthly ticket",
  "the queue at the north gate",
  "the promise made to the suburbs",
];

const ends: Choices = [
  "and nothing else has",
  "and the gap is growing",
  "but only by a little",
  "as two reports have found",
  "whatever the weather",
  "and that can be measured",
  "though few have noticed",
  "by more than a tenth",
  "and it will stay so",
  "which nobody had planned",
  "in spite of the protests",
  "and the law allows it",
  "at least for a while",
  "in every month but one",
  "and the press has said so",
  "as anyone can see there",
];

/** Generates unique sentences without special characters of Argdown or argmap, so that both read them as plain text. */
export function sentenceGenerator(random: Random): () => string {
  const used = new Set<string>();
  const next = (): string => {
    const { pick } = random;
    const sentence = `${pick(openings)}, ${pick(subjects)} ${pick(verbs)} ${pick(objects)}, ${pick(ends)}.`;
    if (used.has(sentence)) return next();
    used.add(sentence);
    return sentence;
  };
  return next;
}
