import type { PictureWords } from "./pictureWords.ts";
/** German. */
export declare const de: PictureWords;
