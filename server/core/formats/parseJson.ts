/** Parses JSON, with an error that users can act on. */
import { type ParseError, parse } from "jsonc-parser";
import { lineAt } from "./decodeInput.ts";
import { ImportError } from "./format.ts";

/** Returns the value of a JSON text. Throws {@link ImportError} with the line of the mistake. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw new ImportError("The values in this file are nested too deeply.");
    const mistake = findMistake(text);
    if (mistake === undefined) throw new ImportError("The JSON is not valid, and its values are nested very deeply.");
    const { offset, length } = mistake;
    const end = text.trimEnd().length;
    if (offset + length >= end)
      throw new ImportError("The JSON ends too early: the file may be cut off.", lineAt(text, end));
    throw new ImportError("The JSON is not valid.", lineAt(text, offset));
  }
}

/** Returns the first mistake, if it can be found. Not all engines say where it is. */
function findMistake(text: string): Pick<ParseError, "offset" | "length"> | undefined {
  const mistakes: ParseError[] = [];
  try {
    parse(text, mistakes, { disallowComments: true });
  } catch (error) {
    // Values that are nested very deeply are read by calls that are nested as deeply.
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
  return mistakes[0] ?? { offset: text.length, length: 0 };
}
