import { likelihoodRange } from "../../../language/attributes/values.ts";
import { attributeOf, type Entry } from "../../../language/entry.ts";
import { inDocumentOrder, namedTargets } from "../../../language/graph.ts";
import { headSpan, lineTextSpan } from "../../../language/problem.ts";
import { answerLimitOf, answersTo } from "../../../language/relations/claimRelations.ts";
import type { Span } from "../../../language/syntax.ts";
import { isClaimLike } from "../../../language/vocabulary.ts";
import { joinList } from "../../../strings/english.ts";
import type { CheckContext, CheckFinding, EntryCheck } from "../../check.ts";
import { entryLabel } from "../../support/messages.ts";

/** Statements that exclude each other, with likelihoods that cannot be true together. */
export const incoherentLikelihoods: EntryCheck = {
  code: "incoherent-likelihoods",
  severity: "warning",
  title: "Likelihoods that cannot be true together",
  noFix: "Only the writer can say which likelihood to change.",
  scope: "entry",
  *check(entry, context) {
    if (isClaimLike(entry.head.keyword)) yield* contradictoryLikelihoods(entry);
    else if (entry.head.keyword === "question") yield* answerLikelihoods(entry, context);
  },
};

/** A likelihood that is stated in the map. */
interface StatedLikelihood {
  readonly claim: Entry;
  readonly at: Span;
  readonly value: string;
  readonly low: number;
  readonly high: number;
}

function statedLikelihood(claim: Entry): StatedLikelihood | undefined {
  const attribute = attributeOf(claim, "likelihood");
  const range = attribute && likelihoodRange(attribute.value);
  const at = attribute && lineTextSpan(attribute.line);
  if (attribute === undefined || range === undefined || at === undefined) return undefined;
  return { claim, at, value: attribute.value, low: range[0], high: range[1] };
}

/** Of two statements that contradict each other, at most one can be true, so their likelihoods add up to at most 100 %. */
function* contradictoryLikelihoods(entry: Entry): Iterable<CheckFinding> {
  const own = statedLikelihood(entry);
  if (own === undefined) return;
  for (const other of namedTargets(entry, "contradicts")) {
    const rival = statedLikelihood(other);
    if (rival === undefined || own.low + rival.low <= 1) continue;
    yield {
      at: own.at,
      entry,
      message: `This claim and ${entryLabel(other)} contradict each other, but “${own.value}” and “${rival.value}” add up to more than 100%. Lower one of them.`,
      related: [{ entry: other, message: `${rival.value} is stated here` }],
    };
  }
}

/** Answers of which one or none can be true have likelihoods that add up to 100 %, or to at most 100 %. */
function* answerLikelihoods(question: Entry, { files }: CheckContext): Iterable<CheckFinding> {
  const limit = answerLimitOf(question);
  if (limit === undefined) return;
  const answers = inDocumentOrder(answersTo(question, files), files);
  const stated = answers.flatMap((answer) => statedLikelihood(answer) ?? []);
  const values = joinList(stated.map(({ value }) => `“${value}”`));
  const related = stated.map(({ claim, value }) => ({ entry: claim, message: `${value} is stated here` }));
  const lowest = stated.reduce((sum, { low }) => sum + low, 0);
  const highest = stated.reduce((sum, { high }) => sum + high, 0);
  const at = headSpan(question);
  if (stated.length > 1 && lowest > 1) {
    const message = `Only one answer can be true, but the likelihoods ${values} add up to more than 100%. Lower some of them.`;
    yield { at, entry: question, message, related };
  }
  if (limit === "exactly-one" && stated.length > 1 && stated.length === answers.length && highest < 1) {
    const message = `One of the answers must be true, but the likelihoods ${values} add up to less than 100%. Raise some of them, or write “answers: at-most-one”.`;
    yield { at, entry: question, message, related };
  }
}
