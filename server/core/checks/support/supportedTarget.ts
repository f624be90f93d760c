/** Recognises a claim that says in its head what it supports or attacks, which takes a step in Argmap. */
import { isName, normaliseName } from "../../language/characters.ts";
import type { Entry } from "../../language/entry.ts";
import { splitHead, type Word } from "../../language/head.ts";
import { CLAUSE_SYNONYMS } from "../../language/headErrors.ts";
import { isClaimLike, isClauseWord } from "../../language/vocabulary.ts";

/** What a claim was meant to support or attack, and the step that says so. */
export interface SupportedTarget {
  readonly name: string;
  readonly keyword: "reason" | "objection";
  readonly clause: "for" | "against";
  readonly target: string;
  /** Where the name of the claim ends, and the words to remove begin. */
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
  const clause = word.text === "for" || word.text === "against" ? word.text : CLAUSE_SYNONYMS.get(word.text);
  if (clause !== "for" && clause !== "against") return undefined;
  return {
    name: name.text,
    keyword: clause === "for" ? "reason" : "objection",
    clause,
    target: target.text,
    nameEnd: name.end,
    wordsEnd: target.end,
  };
}

const isNameWord = ({ text }: Word): boolean => isName(normaliseName(text)) && !isClauseWord(text);
