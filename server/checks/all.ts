/**
 * All checks: errors, then warnings, then hints. Settings, reference page and quick fixes follow this list; a new problem
 * is a file and a line here.
 */
import type { Check } from "./check.ts";
import { circularArgument } from "./circular-argument.ts";
import { circularImport } from "./circular-import.ts";
import { contradictoryPremises } from "./contradictory-premises.ts";
import { crowdedReference } from "./crowded-reference.ts";
import { duplicateAttribute } from "./duplicate-attribute.ts";
import { duplicateName } from "./duplicate-name.ts";
import { emptyStep } from "./empty-step.ts";
import { entryAfterOpenText } from "./entry-after-open-text.ts";
import { forAndAgainst } from "./for-and-against.ts";
import { forgottenColon } from "./forgotten-colon.ts";
import { importNotFound } from "./import-not-found.ts";
import { inconsistentIndentation } from "./inconsistent-indentation.ts";
import { inconsistentSpeaker } from "./inconsistent-speaker.ts";
import { malformedHead } from "./malformed-head.ts";
import { malformedValue } from "./malformed-value.ts";
import { misplacedAttribute } from "./misplaced-attribute.ts";
import { misplacedClause } from "./misplaced-clause.ts";
import { misplacedEntry } from "./misplaced-entry.ts";
import { missingSource } from "./missing-source.ts";
import { missingText } from "./missing-text.ts";
import { nearKey } from "./near-key.ts";
import { nearKeywordCheck } from "./near-keyword.ts";
import { noTarget } from "./no-target.ts";
import { quoteNotFound } from "./quote-not-found.ts";
import { reasonByNobody } from "./reason-by-nobody.ts";
import { sameWords } from "./same-words.ts";
import { selfAttack } from "./self-attack.ts";
import { selfContradiction } from "./self-contradiction.ts";
import { sourceNotFound } from "./source-not-found.ts";
import { strayLine } from "./stray-line.ts";
import { textAfterChildren } from "./text-after-children.ts";
import { unknownName } from "./unknown-name.ts";
import { unknownScheme } from "./unknown-scheme.ts";
import { unsupportedClaim } from "./unsupported-claim.ts";
import { unusedClaim } from "./unused-claim.ts";
import { unusedSource } from "./unused-source.ts";
import { unusedSpeaker } from "./unused-speaker.ts";
import { wrongKind } from "./wrong-kind.ts";

export const checks: readonly Check[] = [
  strayLine,
  misplacedEntry,
  misplacedAttribute,
  misplacedClause,
  malformedHead,
  unknownName,
  duplicateName,
  wrongKind,
  noTarget,
  emptyStep,
  missingSource,
  importNotFound,
  circularImport,
  sourceNotFound,
  quoteNotFound,
  inconsistentIndentation,
  circularArgument,
  selfAttack,
  forAndAgainst,
  contradictoryPremises,
  selfContradiction,
  inconsistentSpeaker,
  malformedValue,
  duplicateAttribute,
  sameWords,
  entryAfterOpenText,
  forgottenColon,
  crowdedReference,
  nearKeywordCheck,
  textAfterChildren,
  missingText,
  unusedSpeaker,
  unusedSource,
  unusedClaim,
  unsupportedClaim,
  reasonByNobody,
  unknownScheme,
  nearKey,
];
