/** Sends a file and tells how far it is: `fetch` tells nothing of the way out, so this is an XMLHttpRequest. */

export type UploadOutcome =
  | { kind: "DONE"; id: string; answer: object }
  /** The server took it and says what is wrong with it. */
  | { kind: "REFUSED"; message: string }
  | { kind: "SIGNED_OUT" }
  | { kind: "UNREACHABLE" }
  | { kind: "STOPPED" };

interface UploadOptions {
  /** Bytes that have left, of how many. */
  onProgress: (sent: number, total: number) => void;
  signal: AbortSignal;
  /** Who is signed in on this page: the server refuses it in another's name. */
  writer?: string | undefined;
}

const messageOf = (request: XMLHttpRequest): string => {
  const answer = readJson(request.responseText);
  const { error, message } = answer as { error?: unknown; message?: unknown };
  const words = typeof error === "string" ? error : message;
  return typeof words === "string" ? words : "The server did not take this file. Try again";
};

const readJson = (text: string): object => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
};

const outcomeOf = (request: XMLHttpRequest): UploadOutcome => {
  if (request.status === 401) return { kind: "SIGNED_OUT" };
  const answer = readJson(request.responseText);
  const { id } = answer as { id?: unknown };
  if (request.status >= 200 && request.status < 300 && typeof id === "string")
    return { kind: "DONE", id, answer };
  return { kind: "REFUSED", message: messageOf(request) };
};

/** @param address where to, with what is said of the file: “/imports?name=figures.csv” */
export const uploadFile = (
  address: string,
  file: File,
  { onProgress, signal, writer }: UploadOptions,
): Promise<UploadOutcome> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onload = () => resolve(outcomeOf(request));
    request.onerror = () => resolve({ kind: "UNREACHABLE" });
    request.ontimeout = () => resolve({ kind: "UNREACHABLE" });
    request.onabort = () => resolve({ kind: "STOPPED" });
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.open("POST", address);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("content-type", "application/octet-stream");
    if (writer) request.setRequestHeader("due-regard-writer", writer);
    request.send(file);
  });
