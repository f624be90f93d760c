/**
 * All checks: errors, then warnings, then hints. The settings, the reference page and the quick fixes follow this list. To
 * add a check, add its file and a line here.
 */

import type { Check } from "./check.ts";
import { circularArgument } from "./rules/argument/circular-argument.ts";
import { contradictoryPremises } from "./rules/argument/contradictory-premises.ts";
import { emptyStep } from "./rules/argument/empty-step.ts";
import { forAndAgainst } from "./rules/argument/for-and-against.ts";
import { incoherentLikelihoods } from "./rules/argument/incoherent-likelihoods.ts";
import { inconsistentSpeaker } from "./rules/argument/inconsistent-speaker.ts";
import { likelihoodGap } from "./rules/argument/likelihood-gap.ts";
import { noTarget } from "./rules/argument/no-target.ts";
import { oppositeSides } from "./rules/argument/opposite-sides.ts";
import { reasonByNobody } from "./rules/argument/reason-by-nobody.ts";
import { sameWords } from "./rules/argument/same-words.ts";
import { selfAttack } from "./rules/argument/self-attack.ts";
import { selfContradiction } from "./rules/argument/self-contradiction.ts";
import { unaskedQuestion } from "./rules/argument/unasked-question.ts";
import { unsupportedClaim } from "./rules/argument/unsupported-claim.ts";
import { duplicateAttribute } from "./rules/attributes/duplicate-attribute.ts";
import { malformedValue } from "./rules/attributes/malformed-value.ts";
import { misplacedAttribute } from "./rules/attributes/misplaced-attribute.ts";
import { nearKey } from "./rules/attributes/near-key.ts";
import { unknownScheme } from "./rules/attributes/unknown-scheme.ts";
import { circularImport } from "./rules/names/circular-import.ts";
import { crowdedReference } from "./rules/names/crowded-reference.ts";
import { duplicateName } from "./rules/names/duplicate-name.ts";
import { importNotFound } from "./rules/names/import-not-found.ts";
import { longName } from "./rules/names/long-name.ts";
import { nameAsText } from "./rules/names/name-as-text.ts";
import { unknownName } from "./rules/names/unknown-name.ts";
import { unusedClaim } from "./rules/names/unused-claim.ts";
import { unusedSource } from "./rules/names/unused-source.ts";
import { unusedSpeaker } from "./rules/names/unused-speaker.ts";
import { wrongKind } from "./rules/names/wrong-kind.ts";
import { ambiguousQuote } from "./rules/sources/ambiguous-quote.ts";
import { guessedEncoding } from "./rules/sources/guessed-encoding.ts";
import { missingSource } from "./rules/sources/missing-source.ts";
import { quoteNotFound } from "./rules/sources/quote-not-found.ts";
import { singleSource } from "./rules/sources/single-source.ts";
import { sourceNotFound } from "./rules/sources/source-not-found.ts";
import { unquotedEntry } from "./rules/sources/unquoted-entry.ts";
import { unreadableSource } from "./rules/sources/unreadable-source.ts";
import { wrongPage } from "./rules/sources/wrong-page.ts";
import { wrongPassage } from "./rules/sources/wrong-passage.ts";
import { entryAfterOpenText } from "./rules/syntax/entry-after-open-text.ts";
import { forgottenColon } from "./rules/syntax/forgotten-colon.ts";
import { headInText } from "./rules/syntax/head-in-text.ts";
import { inconsistentIndentation } from "./rules/syntax/inconsistent-indentation.ts";
import { listInText } from "./rules/syntax/list-in-text.ts";
import { malformedHead } from "./rules/syntax/malformed-head.ts";
import { misplacedClause } from "./rules/syntax/misplaced-clause.ts";
import { misplacedEntry } from "./rules/syntax/misplaced-entry.ts";
import { missingText } from "./rules/syntax/missing-text.ts";
import { nearKeyword } from "./rules/syntax/near-keyword.ts";
import { strayLine } from "./rules/syntax/stray-line.ts";
import { textAfterChildren } from "./rules/syntax/text-after-children.ts";
import { unknownProblem } from "./rules/syntax/unknown-problem.ts";
import { unusedIgnore } from "./rules/syntax/unused-ignore.ts";

/** All checks in the order of the reference. */
export const checks: readonly Check[] = [
  strayLine,
  misplacedEntry,
  misplacedAttribute,
  misplacedClause,
  malformedHead,
  forgottenColon,
  unknownName,
  duplicateName,
  wrongKind,
  noTarget,
  emptyStep,
  missingSource,
  importNotFound,
  circularImport,
  sourceNotFound,
  unreadableSource,
  quoteNotFound,
  inconsistentIndentation,
  circularArgument,
  selfAttack,
  forAndAgainst,
  oppositeSides,
  contradictoryPremises,
  selfContradiction,
  inconsistentSpeaker,
  incoherentLikelihoods,
  malformedValue,
  duplicateAttribute,
  longName,
  sameWords,
  entryAfterOpenText,
  crowdedReference,
  nearKeyword,
  headInText,
  listInText,
  textAfterChildren,
  missingText,
  wrongPage,
  wrongPassage,
  unknownProblem,
  unusedSpeaker,
  unusedSource,
  unusedClaim,
  unsupportedClaim,
  unquotedEntry,
  reasonByNobody,
  unknownScheme,
  nearKey,
  nameAsText,
  ambiguousQuote,
  guessedEncoding,
  unusedIgnore,
  likelihoodGap,
  unaskedQuestion,
  singleSource,
];
