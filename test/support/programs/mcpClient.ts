import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { onTestFinished } from "vitest";
import { TEST_LIMIT } from "../limits.ts";
import { argmapProgram } from "./argmapCli.ts";

/** What a tool has answered. */
export interface Answer {
  readonly text: string;
  /** Whether the request was refused. */
  readonly isError: boolean;
  /** The pictures, as the bytes of their files. */
  readonly images: readonly Uint8Array[];
}

/** An assistant that is connected to the built command. */
export interface Assistant {
  readonly client: Client;
  /** The folder that the command was started with, which is removed after the test. */
  readonly folder: string;
  readonly call: (tool: string, input?: Readonly<Record<string, unknown>>) => Promise<Answer>;
  readonly read: (file: string) => string;
  readonly write: (file: string, content: string | Uint8Array) => void;
}

/** Writes files into a new temporary folder, which is removed after the test. */
export function filesInFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "argmap-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeInto(folder, name, content);
  return folder;
}

function writeInto(folder: string, name: string, content: string | Uint8Array): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Starts `argmap mcp` with a folder and options, and connects a client to it. */
export const connectAssistant = (folder: string, ...args: readonly string[]): Promise<Assistant> =>
  connectTo(argmapProgram, folder, ...args);

/** Starts `mcp` of a program, which is a file for Node, with a folder and options. */
export async function connectTo(program: string, folder: string, ...args: readonly string[]): Promise<Assistant> {
  const client = new Client({ name: "test", version: "1.0.0" });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program, "mcp", ...args],
    cwd: folder,
  });
  await client.connect(transport, { timeout: TEST_LIMIT });
  onTestFinished(() => client.close());
  return {
    client,
    folder,
    call: async (name, input = {}) => {
      const { content, isError = false } = await client.callTool({ name, arguments: { ...input } }, undefined, {
        timeout: TEST_LIMIT,
      });
      const parts = content as readonly { readonly type: string; readonly text?: string; readonly data?: string }[]; // The schema of the SDK gives a union of all kinds.
      return {
        text: parts.flatMap(({ text }) => text ?? []).join("\n"),
        isError: isError === true,
        images: parts.flatMap(({ data }) => (data === undefined ? [] : [Buffer.from(data, "base64")])),
      };
    },
    read: (file) => readFileSync(join(folder, file), "utf8"),
    write: (file, content) => writeInto(folder, file, content),
  };
}

/** Starts an assistant that may change these files. */
export const writingAssistant = (files: Readonly<Record<string, string | Uint8Array>>): Promise<Assistant> =>
  connectAssistant(filesInFolder(files), "--write");
