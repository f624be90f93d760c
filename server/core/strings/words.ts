/** Words, as Unicode finds them: also in scripts without spaces, such as Chinese and Thai. */
import { segmentsOf } from "./segments.ts";

/** Splits a text into words and what is between them; `isWordLike` tells which are words. */
export const segmentWords = (text: string): Intl.Segments => segmentsOf(text, "word");
