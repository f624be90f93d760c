/** Argmap's own requests and notifications, which are not part of LSP. Everything the server sends is validated. */
import * as v from "valibot";
import {
  type CancellationToken,
  type Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  window,
} from "vscode";
import { type BaseLanguageClient, ResponseError, State } from "vscode-languageclient";

interface RequestOptions {
  readonly token?: CancellationToken | undefined;
  /** The request carries out a user's command: it starts the server if necessary, and shows why the server refused. */
  readonly isUserAction?: boolean;
}

export interface ServerMessages extends Disposable {
  /**
   * Sends a request and returns its validated result. Returns undefined if the request failed or the server is not
   * running; failures are logged, or shown for a user action.
   */
  request<T extends v.GenericSchema>(
    method: string,
    params: object,
    schema: T,
    options?: RequestOptions,
  ): Promise<v.InferOutput<T> | undefined>;
  /** Listens to a notification. Invalid ones are logged and dropped. */
  onNotification<T extends v.GenericSchema>(
    method: string,
    schema: T,
    listener: (params: v.InferOutput<T>) => void,
  ): Disposable;
  /** Sends a notification if the server is running. */
  notify(method: string, params: object): void;
  /** The server has started, for the first time or again. It has lost all state from before. */
  readonly onServerRestart: Event<void>;
}

/** Wraps the language client, which may be starting or stopped. Failures and invalid messages go to `log`. */
export function createServerMessages(client: BaseLanguageClient, log: LogOutputChannel): ServerMessages {
  const restarted = new EventEmitter<void>();
  const stateListener = client.onDidChangeState(({ newState }) => {
    // The state changes before the client has sent the open documents. The promise resolves after that.
    if (newState === State.Running) void client.start().then(() => restarted.fire());
  });
  return {
    async request(method, params, schema, { token, isUserAction = false } = {}) {
      if (client.state !== State.Running && !isUserAction) return undefined;
      try {
        await client.start();
        // An undefined token would be sent as a second parameter.
        const response = token ? client.sendRequest(method, params, token) : client.sendRequest(method, params);
        return v.parse(schema, await response);
      } catch (error) {
        if (isUserAction && error instanceof ResponseError) void window.showWarningMessage(error.message);
        else if (!token?.isCancellationRequested) log.error(`${method}: ${error}`);
        return undefined;
      }
    },
    onNotification: (method, schema, listener) =>
      client.onNotification(method, (params: unknown) => {
        const parsed = v.safeParse(schema, params);
        if (parsed.success) listener(parsed.output);
        else log.error(`${method}: ${v.summarize(parsed.issues)}`);
      }),
    notify(method, params) {
      if (client.state === State.Running) void client.sendNotification(method, params);
    },
    onServerRestart: restarted.event,
    dispose() {
      stateListener.dispose();
      restarted.dispose();
    },
  };
}
