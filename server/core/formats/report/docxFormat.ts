/** A report in Word: numbered prose, with quotes as footnotes. */
import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { withoutInvalidCharacters } from "../../strings/escapeXml.ts";
import type { Exported, ExportedMap, FormatModule } from "../format.ts";
import { type ReportEntry, reportOn, VERDICTS_NOTE } from "./reportText.ts";

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** In twentieths of a point. */
const INDENT = 360;
/** Deeper paragraphs would leave no room for words. */
const MAX_INDENTS = 8;

async function write({ graph, fileName, verdicts }: ExportedMap): Promise<Exported> {
  const { title = fileName, sections, omissions } = reportOn({ graph, ...(verdicts && { verdicts }) });
  const footnotes: Record<number, { readonly children: Paragraph[] }> = {};
  let count = 0;
  const addFootnote = (text: string): FootnoteReferenceRun => {
    footnotes[++count] = { children: [new Paragraph(clean(text))] };
    return new FootnoteReferenceRun(count);
  };
  const body = sections.flatMap(({ heading, level, entries }) => [
    ...(heading === undefined
      ? []
      : [
          new Paragraph({
            text: clean(heading),
            heading: headings[Math.min(level, 5)] ?? HeadingLevel.HEADING_2,
            keepNext: true,
          }),
        ]),
    ...entries.flatMap((entry) => toParagraphs(entry, addFootnote)),
  ]);
  const note =
    verdicts === undefined ? [] : [new Paragraph({ children: [new TextRun({ text: VERDICTS_NOTE, italics: true })] })];
  const document = new Document({
    title: clean(title),
    creator: "Argmap",
    footnotes,
    sections: [{ children: [new Paragraph({ text: clean(title), heading: HeadingLevel.TITLE }), ...note, ...body] }],
  });
  return { content: new Uint8Array(await Packer.toArrayBuffer(document)), omissions };
}

const clean = (text: string): string => withoutInvalidCharacters(text);

/** Returns the paragraphs of an entry: the first one with its number, the last one with its footnotes. */
const toParagraphs = (
  { number, depth, lead, paragraphs, verdict, footnotes }: ReportEntry,
  addFootnote: (text: string) => FootnoteReferenceRun,
): readonly Paragraph[] =>
  paragraphs.map(
    (text, index) =>
      new Paragraph({
        indent: { left: INDENT * Math.min(depth, MAX_INDENTS) },
        spacing: { after: 120 },
        children: [
          ...(index > 0 ? [] : [new TextRun({ text: `${number}  `, bold: true })]),
          ...(index > 0 || lead === "" ? [] : [new TextRun({ text: `${lead}: `, italics: true })]),
          new TextRun(clean(text)),
          ...(index < paragraphs.length - 1 ? [] : [...footnotes.map(addFootnote), ...verdictRuns(verdict)]),
        ],
      }),
  );

const verdictRuns = (verdict: string | undefined): readonly TextRun[] =>
  verdict === undefined ? [] : [new TextRun({ text: ` (computed: ${verdict})`, italics: true })];

export const docx: FormatModule = { write };
