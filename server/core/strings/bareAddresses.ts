/** Finds the addresses in a text, as in “see https://example.org.” */
import type { TextRange } from "./inlineEmphasis.ts";

/** An address in a text, which may end before punctuation. Only such addresses are opened. */
const BARE_ADDRESS = /\bhttps?:\/\/[^\s<>"“”„«»「」『』，。；：！？）】、]+/giu;

/** Returns the columns of the addresses of a text, in its order. */
export function bareAddresses(text: string): readonly TextRange[] {
  return Array.from(text.matchAll(BARE_ADDRESS), ({ 0: match, index }) => ({
    start: index,
    end: index + lengthWithoutPunctuation(match),
  }));
}

/** Leaves out the punctuation of the sentence after an address, and a bracket that was opened before it. */
function lengthWithoutPunctuation(address: string): number {
  let unopened = count(address, ")") - count(address, "(");
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ")" && unopened > 0) unopened--;
    else if (!/[.,;:!?'’*`\]}]/u.test(last)) break;
  }
  return end;
}

const count = (text: string, character: string): number => text.split(character).length - 1;
