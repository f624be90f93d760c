/** Tasks that a user can start by name. Each is a message to the assistant. */
import { type CriticalQuestion, criticalQuestionsOf } from "../core/language/attributes/criticalQuestions.ts";
import { schemesOf } from "../core/language/attributes/schemes.ts";
import { unaskedQuestions } from "../core/language/attributes/unaskedQuestions.ts";
import { type Entry, entriesInOrder } from "../core/language/entry.ts";
import type { MapFile } from "../core/language/map.ts";
import { isStep } from "../core/language/vocabulary.ts";
import { UserError } from "../features/shared/userError.ts";
import { joinLines } from "./answers.ts";
import { findEntry, labelWithId } from "./maps/entries.ts";
import type { AssistantSession } from "./session.ts";

/** What a user gives with a prompt. */
export interface PromptArgument {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
}

/** A task with its message. */
export interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly PromptArgument[];
  /** @throws {UserError} if there is no such map or entry */
  readonly message: (session: AssistantSession, given: Readonly<Record<string, string>>) => string;
}

const mapArgument = { name: "map", description: "The map, such as talk.argmap", required: true };

const QUOTE_RULE =
  "Quote only words that find_passages or an article has shown you. If a quote is refused, use one of the passages that the refusal lists, or leave the quote out. Never change words to make a quote fit.";

export const prompts: readonly Prompt[] = [
  {
    name: "map-article",
    title: "Map this article",
    description: "Takes the argument of an article apart, with quotes.",
    arguments: [
      mapArgument,
      {
        name: "source",
        description: "The source of the map, or the path of the article from the map",
        required: false,
      },
    ],
    message: (session, given) => {
      const map = mapOf(session, given);
      const source = given["source"] ?? "";
      return [
        `Map the argument of ${source === "" ? "the article" : `“${source}”`} in ${session.nameOf(map.uri)}.`,
        "1. Read the resource argmap://language, then the map with read_map.",
        "2. Find what the article argues for, and who says so: search it with find_passages, and read what is not quoted yet with coverage.",
        "3. Add the main question or claim, then the reasons and objections under it, then the premises of each reason: one statement in one sentence for each entry, in plain words.",
        "4. Give each entry a quote of the words that it rests on, and its speaker where the article reports someone’s view.",
        "5. Call check_map, fix the problems that it reports, and show the picture with draw_map.",
        QUOTE_RULE,
        "Map what the article says, not what you think of it. Tell me at the end what you left out, and where you were unsure.",
      ].join("\n");
    },
  },
  {
    name: "find-gaps",
    title: "Find what the map leaves out",
    description: "Compares a map with its articles.",
    arguments: [mapArgument],
    message: (session, given) =>
      [
        `What does ${session.nameOf(mapOf(session, given).uri)} leave out of its articles?`,
        "1. Read the map with read_map, and call coverage for the paragraphs that it does not quote.",
        "2. For each of these, say whether it adds a reason, an objection, a premise or a speaker, or nothing that the map needs.",
        "3. Say which entries without a quote could have one, and search its words with find_passages.",
        "Propose the additions as a list, with the exact words and their places. Add them only when I agree; show each first with `preview: true`.",
        QUOTE_RULE,
      ].join("\n"),
  },
  {
    name: "devils-advocate",
    title: "Play devil’s advocate",
    description: "Looks for the best objections to a claim.",
    arguments: [mapArgument, { name: "entry", description: "The claim: its name or id", required: true }],
    message: (session, given) => {
      const map = mapOf(session, given);
      const entry = entryOf(map, given);
      return [
        `Play devil’s advocate on ${labelWithId(entry)} in ${session.nameOf(map.uri)}.`,
        "1. Read its branch with read_map, and what stands with evaluate_map.",
        "2. Find the strongest objections that the map does not have yet: to a premise, to the step from the premises to the claim, or to the claim itself. Say which of these each one is.",
        "3. Look for words in the articles that support them, with find_passages. An objection of your own has no quote and no speaker.",
        "Show them to me, strongest first, and say for each how the other side could answer. Add only those that I choose.",
        QUOTE_RULE,
      ].join("\n");
    },
  },
  {
    name: "critical-questions",
    title: "Ask the critical questions",
    description: "Asks the critical questions of the argumentation schemes of a reason, or of all reasons of a map.",
    arguments: [mapArgument, { name: "entry", description: "A reason or objection: its name or id", required: false }],
    message: (session, given) => {
      const map = mapOf(session, given);
      const steps = (given["entry"] ?? "") === "" ? stepsWithScheme(map) : [entryOf(map, given)];
      const listed = steps.flatMap(questionsAbout);
      if (listed.length === 0)
        throw new UserError(
          "Nothing here has a known scheme. Give a reason or objection a scheme with edit_entry, such as `expert-opinion`.",
        );
      return [
        `Answer the critical questions of these schemes in ${session.nameOf(map.uri)}:`,
        "",
        joinLines(listed, "Ask for one entry."),
        "",
        "For each question, say what the map and its articles answer, with the exact words and their place if there are any. If the answer weakens the argument, propose an objection: to a premise, to the step, or to the conclusion, as the question says. Leave questions open that nothing answers.",
        QUOTE_RULE,
      ].join("\n");
    },
  },
];

/** @throws {UserError} if there is no such map */
const mapOf = (session: AssistantSession, { map }: Readonly<Record<string, string>>): MapFile =>
  session.map(map ?? missing("map"));

/** @throws {UserError} if there is no such entry */
const entryOf = (map: MapFile, { entry }: Readonly<Record<string, string>>): Entry =>
  findEntry(map, entry ?? missing("entry"));

/** @throws {UserError} always */
function missing(name: string): never {
  throw new UserError(`Give \`${name}\`.`);
}

const stepsWithScheme = (map: MapFile): readonly Entry[] =>
  [...entriesInOrder(map.syntax)].filter((entry) => isStep(entry.head.keyword) && schemesOf(entry).length > 0);

/** What an answer that speaks against an argument attacks. */
const attacked = { premise: "a premise", step: "the step", conclusion: "the conclusion" } as const;

function questionsAbout(step: Entry): readonly string[] {
  const unasked = new Set(unaskedQuestions(step).map(({ text }) => text));
  const lines = schemesOf(step).flatMap((scheme) =>
    criticalQuestionsOf(scheme).map((question: CriticalQuestion) => {
      const asked = unasked.has(question.text) ? "" : " The map asks this already.";
      return `- ${question.text} (${scheme}; an answer against it attacks ${attacked[question.attacks]}.)${asked}`;
    }),
  );
  return lines.length === 0 ? [] : [`About ${labelWithId(step)}:`, ...lines];
}
