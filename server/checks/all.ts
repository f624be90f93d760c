/** All checks. Settings, reference page and quick fixes follow this list; a new problem is a file and a line here. */
import type { Check } from "./check.ts";
import { circularArgument } from "./circular-argument.ts";
import { duplicateName } from "./duplicate-name.ts";
import { unknownName } from "./unknown-name.ts";

export const checks: readonly Check[] = [unknownName, duplicateName, circularArgument];
