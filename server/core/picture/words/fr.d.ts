import type { PictureWords } from "./pictureWords.ts";
/** French. A no-break space stands before a colon and inside quotation marks. */
export declare const fr: PictureWords;
