/** The table of positions: who holds, accepts or rejects what. */
import type { Entry } from "../../language/entry.ts";
import { haveDifferentDates } from "../../language/relations/speakers.ts";
import { type Cell, type EntryLink, joinTexts, type LinkedText, type Table } from "../../tables/table.ts";
import { fillPhrase } from "../words/phrases.ts";
import type { WeighingWords } from "../words/weighingWords.ts";
import { entryLabel, entryLink, headingCell } from "./labels.ts";
import {
  type DisputedStatement,
  isFavorable,
  type SpeakerContradiction,
  type SpeakerPosition,
  speakerContradictionsIn,
  statementsWithPositions,
} from "./positions.ts";
import type { ReportedMap } from "./reportedMap.ts";

/**
 * Returns the positions, with a row for each statement and a column for each speaker. Disputed statements come first, then
 * those on which most speakers take a position; the most outspoken speaker comes first.
 */
export function positionsTable({ files, words }: Pick<ReportedMap, "files" | "words">): Table<Entry> {
  const { titles, headings } = words.tables;
  const statements = statementsWithPositions(files).map(readStatement).sort(byDispute);
  const contradictions = speakerContradictionsIn(files);
  const counts = new Map<Entry, number>();
  for (const { bySpeaker } of statements)
    for (const speaker of bySpeaker.keys()) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  const speakers = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return {
    kind: "positions",
    title: titles.positions,
    columns: [
      { heading: headings.statement, isNumeric: false },
      { heading: headings.for, isNumeric: true },
      { heading: headings.against, isNumeric: true },
      ...speakers.map((speaker) => ({ heading: entryLabel(speaker, words), entry: speaker, isNumeric: false })),
    ],
    rows: statements.map(({ statement, bySpeaker, inFavor, against }) => [
      headingCell(statement, words),
      { text: [`${inFavor}`], value: inFavor },
      { text: [`${against}`], value: against },
      ...speakers.map((speaker) =>
        positionCell(statement, bySpeaker.get(speaker) ?? [], contradictions, speaker, words),
      ),
    ]),
    totals: [],
    notes: contradictions.map((one) => contradictionNote(one, words)),
  };
}

interface StatementRow {
  readonly statement: Entry;
  readonly bySpeaker: ReadonlyMap<Entry, readonly SpeakerPosition[]>;
  /** The number of speakers whose latest position is in favor of the statement. */
  readonly inFavor: number;
  readonly against: number;
}

function readStatement({ statement, positions }: DisputedStatement): StatementRow {
  const bySpeaker = new Map<Entry, SpeakerPosition[]>();
  for (const position of positions) {
    const known = bySpeaker.get(position.speaker) ?? [];
    bySpeaker.set(position.speaker, known);
    known.push(position);
  }
  const latest = [...bySpeaker.values()].flatMap((all) => all.at(-1) ?? []);
  const inFavor = latest.filter(({ stance }) => isFavorable(stance)).length;
  return { statement, bySpeaker, inFavor, against: latest.length - inFavor };
}

const isDisputed = ({ inFavor, against }: StatementRow): boolean => inFavor > 0 && against > 0;

const byDispute = (a: StatementRow, b: StatementRow): number =>
  Number(isDisputed(b)) - Number(isDisputed(a)) || b.bySpeaker.size - a.bySpeaker.size;

/** Returns what a speaker says of a statement: “accepts (2019) → rejects (2023)”, or “holds ≠ the other statement”. */
function positionCell(
  statement: Entry,
  positions: readonly SpeakerPosition[],
  contradictions: readonly SpeakerContradiction[],
  speaker: Entry,
  words: WeighingWords,
): Cell<Entry> {
  const { stances: stanceWords } = words.tables;
  if (positions.length === 0) return { text: [] };
  const others = contradictions.flatMap(({ statements, isChangeOfMind, ...one }) =>
    one.speaker === speaker && !isChangeOfMind && statements.includes(statement)
      ? statements.filter((other) => other !== statement)
      : [],
  );
  const isInconsistent = others.length > 0 || hasBothSides(positions);
  const stances = positions.map(({ stance, saidIn, date }, index): LinkedText<Entry> => {
    const isRepeated = positions.slice(0, index).some((one) => one.stance === stance && one.date === date);
    const label = date === undefined ? stanceWords[stance] : `${stanceWords[stance]} (${date})`;
    return [{ label: isRepeated ? stanceWords.again : label, entry: saidIn }];
  });
  const text = joinTexts(stances, isChange(positions) ? " → " : ", ");
  const isFor = isFavorable(positions.at(-1)?.stance ?? "holds");
  return {
    text: others.length === 0 ? text : [...text, " ≠ ", ...joinTexts(others.map((other) => [entryLink(other, words)]))],
    tone: isInconsistent ? "conflict" : isFor ? "for" : "against",
  };
}

/** Whether the positions are on both sides without a date between them that explains it. */
const hasBothSides = (positions: readonly SpeakerPosition[]): boolean =>
  positions.some((a) =>
    positions.some((b) => isFavorable(a.stance) && !isFavorable(b.stance) && !haveDifferentDates(a.saidIn, b.saidIn)),
  );

const isChange = (positions: readonly SpeakerPosition[]): boolean => {
  const [first] = positions;
  return (
    positions.some(({ stance }) => first !== undefined && isFavorable(stance) !== isFavorable(first.stance)) &&
    !hasBothSides(positions)
  );
};

function contradictionNote(
  { speaker, statements: [first, second], isChangeOfMind }: SpeakerContradiction,
  words: WeighingWords,
): LinkedText<Entry> {
  const { quoted, changeOfMind, inconsistency } = words.tables;
  const quote = (entry: Entry): LinkedText<Entry> =>
    fillPhrase<EntryLink<Entry>>(quoted, { entry: [entryLink(entry, words)] });
  return fillPhrase<EntryLink<Entry>>(isChangeOfMind ? changeOfMind : inconsistency, {
    speaker: [entryLink(speaker, words)],
    first: quote(first),
    second: quote(second),
  });
}
