import type { PictureWords } from "./pictureWords.ts";
/** English. */
export declare const en: PictureWords;
