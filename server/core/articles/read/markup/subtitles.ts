/**
 * Reads subtitles (WebVTT and SubRip) as their viewer sees them: without numbers, times, notes and styles. Libraries for
 * subtitles do not say where in the file the words are.
 */

import { timeLabel } from "../../../strings/times.ts";
import type { Article, Page } from "../../article.ts";
import { ReaderTextBuilder } from "../readerTextBuilder.ts";
import { addHtml } from "./html.ts";

/** A line of a file, without its line end. */
interface Line {
  readonly text: string;
  readonly offset: number;
}

/** Words that are shown from one time to another, in seconds. */
interface Cue {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly Line[];
}

/** In SubRip, hours have two digits and a comma precedes milliseconds; files in use differ from both standards. */
const TIME = String.raw`(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:[.,]\d+)?)`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s|$)`);
const CUE_NUMBER = /^\s*\d+\s*$/;
/** `<00:01:02.500>` and `{\an8}`: times and positions of words, which are not HTML. */
const CUE_MARK = /<\d[\d:.]*>|\{\\[^}]*\}/g;
const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]+)>/;
/** A longer silence, in seconds, ends a paragraph. */
const MAX_PAUSE = 3;
/** Automatic subtitles repeat a line in the next cue, which follows at once. In seconds. */
const MAX_REPEAT_GAP = 0.1;

/** Reads subtitles. Each cue is a page whose label is its time. */
export function readSubtitles(fileText: string): Article {
  const text = new ReaderTextBuilder();
  const pages: Page[] = [];
  let previous: Cue | undefined;
  let lastLine = "";
  let lastVoice: string | undefined;
  for (const cue of cuesOf(fileText)) {
    const isNext = previous !== undefined && cue.from - previous.to <= MAX_REPEAT_GAP;
    const lines = cue.lines.filter(({ text: line }) => wordsOf(line) !== "" && !(isNext && wordsOf(line) === lastLine));
    const voice = cue.lines.map(({ text: line }) => VOICE.exec(line)?.[1]).find((name) => name !== undefined);
    const isPause = previous !== undefined && cue.from - previous.to >= MAX_PAUSE;
    if (lines.length > 0) {
      const start = text.length;
      text.separate(isPause || voice !== lastVoice ? "\n\n" : "\n");
      lastVoice = voice;
      for (const line of lines) addLine(text, line);
      const { from, to } = cue;
      pages.push({ number: pages.length + 1, label: timeLabel(from), start, end: text.length, time: { from, to } });
      lastLine = wordsOf(lines.at(-1)?.text ?? "");
    }
    previous = cue;
  }
  return { ...text.build("subtitles", fileText), pages };
}

/** Yields the cues in the order of the file. A cue ends at an empty line, or where the next one begins. */
function* cuesOf(fileText: string): Generator<Cue> {
  const lines = linesOf(fileText);
  const timings = lines.flatMap(({ text }, index) => {
    const [timing, ...times] = TIMING.exec(text) ?? [];
    return timing === undefined ? [] : [{ index, times }];
  });
  for (const [at, { index, times }] of timings.entries()) {
    const next = timings[at + 1]?.index;
    const following = lines.slice(index + 1, next);
    const empty = following.findIndex(({ text }) => text === "");
    const isNumbered = next !== undefined && CUE_NUMBER.test(following.at(-1)?.text ?? "");
    yield {
      from: secondsOf(times.slice(0, 3)),
      to: secondsOf(times.slice(3)),
      lines: following.slice(0, empty >= 0 ? empty : following.length - (isNumbered ? 1 : 0)),
    };
  }
}

function linesOf(fileText: string): readonly Line[] {
  return [...fileText.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)].map(({ 1: text = "", index }) => ({
    text,
    offset: index,
  }));
}

const secondsOf = ([hours = "0", minutes = "0", seconds = "0"]: readonly (string | undefined)[]): number =>
  3600 * Number(hours) + 60 * Number(minutes) + Number(seconds.replace(",", "."));

const wordsOf = (line: string): string =>
  line
    .replace(CUE_MARK, "")
    .replace(/<[^>]*>/g, "")
    .trim();

/** Adds a line without its marks. The tags and character references of subtitles are those of HTML. */
function addLine(text: ReaderTextBuilder, line: Line): void {
  let from = 0;
  const addUntil = (to: number): void => addHtml(text, line.text.slice(from, to), line.offset + from);
  for (const { 0: mark, index } of line.text.matchAll(CUE_MARK)) {
    addUntil(index);
    from = index + mark.length;
  }
  addUntil(line.text.length);
  text.separate("\n");
}
