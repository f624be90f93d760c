/** CSV with one row for each entry. */
import type { FormatModule } from "../format.ts";
import { writeNodes } from "./csvTables.ts";

export const csvNodes: FormatModule = { write: writeNodes };
