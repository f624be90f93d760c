import type { PictureWords } from "./pictureWords.ts";
/** Spanish. */
export declare const es: PictureWords;
