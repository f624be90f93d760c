/** CSV with one row for each relation. */
import type { FormatModule } from "../format.ts";
import { writeEdges } from "./csvTables.ts";

export const csvEdges: FormatModule = { write: writeEdges };
