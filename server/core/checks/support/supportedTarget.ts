/** Recognizes a claim that says in its head what it supports or attacks, which takes a step in Argmap. */
import { isName, normalizeName } from "../../language/characters.ts";
import type { Entry } from "../../language/entry.ts";
import { splitHead, type Word } from "../../language/head.ts";
import { CLAUSE_SYNONYMS } from "../../language/parsing/headErrors.ts";
import {
  isClaimLike,
  isClauseWord,
  isSide,
  type Side,
  type StepKeyword,
  stepOnSide,
} from "../../language/vocabulary.ts";

/** The intended target of a claim, and the step that states it. */
export interface SupportedTarget {
  readonly name: string;
  readonly keyword: StepKeyword;
  readonly clause: Side;
  readonly target: string;
  /** The end of the claim's name, where the words to remove begin. */
  readonly nameEnd: number;
  readonly wordsEnd: number;
}

/** Returns the target in `claim b supports a` or `claim b for a: …`; undefined for all other heads. */
export function supportedTarget({ head, line }: Entry): SupportedTarget | undefined {
  const { raw } = line.scanned;
  if (!isClaimLike(head.keyword) || head.form === "bare") return undefined;
  const end = raw.charAt(head.end - 1) === ":" ? head.end - 1 : head.end;
  const [, name, word, target, ...others] = splitHead(raw, head.start, end).words;
  if (name === undefined || word === undefined || target === undefined || others.length > 0) return undefined;
  if (![name, target].every(isNameWord)) return undefined;
  const clause = isSide(word.text) ? word.text : CLAUSE_SYNONYMS.get(word.text);
  if (clause === undefined || !isSide(clause)) return undefined;
  return {
    name: name.text,
    keyword: stepOnSide(clause),
    clause,
    target: target.text,
    nameEnd: name.end,
    wordsEnd: target.end,
  };
}

const isNameWord = ({ text }: Word): boolean => isName(normalizeName(text)) && !isClauseWord(text);
