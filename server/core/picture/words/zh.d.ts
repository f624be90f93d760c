import type { PictureWords } from "./pictureWords.ts";
/** Chinese, in simplified characters. */
export declare const zh: PictureWords;
