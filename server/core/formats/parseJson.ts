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
    const { offset, length } = findMistake(text);
    const end = text.trimEnd().length;
    if (offset + length >= end)
      throw new ImportError("The JSON ends too early: the file may be cut off.", lineAt(text, end));
    throw new ImportError("The JSON is not valid.", lineAt(text, offset));
  }
}

/** Returns the first mistake. Not all engines say where it is. */
function findMistake(text: string): Pick<ParseError, "offset" | "length"> {
  const mistakes: ParseError[] = [];
  parse(text, mistakes, { disallowComments: true });
  return mistakes[0] ?? { offset: text.length, length: 0 };
}
