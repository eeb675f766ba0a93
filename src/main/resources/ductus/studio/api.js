// What the server is asked. A refusal becomes an Error with its reason, and its status where there was an answer.
import { refusal } from "./refusals.js";
import { t } from "./words.js";

// Everything lies below a path that the server alone chose; this module lies in app/ there.
const root = new URL("..", import.meta.url);
// The server wrote it into the page. No other page can read it, and no cookie holds it.
const key = globalThis.document?.querySelector("meta[name=ductus-page]")?.getAttribute("content") ?? "";

/** Where a path such as /api/library is; what is an address already stays as it is. */
function place(path) {
  return path.startsWith("/") ? new URL(path.slice(1), root).href : path;
}

/** Tells of "gone" where the studio did not answer, of "refused" where it let this page in no more, of "ended" where it was told to end. */
export const server = new EventTarget();

async function answer(response) {
  const content = await response.json().catch(() => ({}));
  if (!response.ok) {
    if (response.status === 403) server.dispatchEvent(new Event("refused"));
    throw Object.assign(new Error(content.error ? refusal(content.error) : t("server.status", { status: response.status })), { status: response.status });
  }
  return content;
}

async function ask(path, request) {
  let response;
  try {
    response = await fetch(place(path), request);
  } catch (failure) {
    // What was given up is no sign that the studio is gone.
    if (request?.signal?.aborted) throw failure;
    server.dispatchEvent(new Event("gone"));
    throw new Error(t("server.gone"));
  }
  return response;
}

export async function get(path) {
  return answer(await ask(path));
}

/** @param {AbortSignal} [signal] gives it up */
export async function post(path, content, signal) {
  return answer(await send(path, content, signal));
}

function send(path, content, signal) {
  return ask(path, {
    signal,
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Ductus-Page": key },
    body: JSON.stringify(content),
  });
}

/** The file that answers what is sent. */
export async function postForFile(path, content) {
  const response = await send(path, content);
  if (!response.ok) await answer(response);
  return response.blob();
}

/** The bytes of an address, as something that audio can play. */
export async function blob(path) {
  const response = await ask(path);
  if (!response.ok) await answer(response);
  return response.blob();
}

/** What a picture, a link or a source of events takes: a path with what it is asked. */
export function address(path, parameters = {}) {
  const asked = new URLSearchParams(parameters).toString();
  return place(path) + (asked && `?${asked}`);
}

/** Whether a text is an address, and no name of a file. */
export function isAddress(text) {
  return text.startsWith(root.href);
}

/** What the address of the page names behind its #, such as hand in #write?hand=anna. */
export function parameter(name) {
  return new URLSearchParams(location.hash.split("?")[1] ?? "").get(name);
}
