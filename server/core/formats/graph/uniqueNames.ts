/** Creates unique names that are valid in a map. */
import { isName, MAX_NAME_LENGTH, normalizeName } from "../../language/characters.ts";
import { isClauseWord } from "../../language/vocabulary.ts";

/** Gives out names, each once. */
export class UniqueNames {
  readonly #isTakenElsewhere: (name: string) => boolean;
  readonly #taken = new Set<string>();
  /** The last number appended to each name, so that a thousand equal names take no million look-ups. */
  readonly #numbers = new Map<string, number>();

  /** @param isTakenElsewhere whether a name is used where the map will be */
  constructor(isTakenElsewhere: (name: string) => boolean = () => false) {
    this.#isTakenElsewhere = isTakenElsewhere;
  }

  /** Returns the name, with a number appended if it has been taken or cannot be a name. */
  take(name: string): string {
    const wanted = normalizeName(name);
    let candidate = wanted;
    let number = this.#numbers.get(wanted) ?? 1;
    while (this.#taken.has(candidate) || isClauseWord(candidate) || this.#isTakenElsewhere(candidate))
      candidate = `${wanted}-${++number}`;
    this.#numbers.set(wanted, number);
    this.#taken.add(candidate);
    return candidate;
  }
}

/** Whether a word can be the name of an entry. */
export const isUsableName = (word: string): boolean =>
  isName(normalizeName(word)) && word.length <= MAX_NAME_LENGTH && !isClauseWord(word);
