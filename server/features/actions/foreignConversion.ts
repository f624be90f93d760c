/** The entry point of a bundle of its own, which is loaded with the first conversion of text from another tool. */
export { convertPaste } from "../maps/convertPaste.ts";
export { convertForeignText } from "./convertForeignText.ts";
