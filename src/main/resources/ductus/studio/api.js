// What the server is asked. A refusal becomes an Error with its reason, and its status where there was an answer.
import { t } from "./words.js";

async function answer(response) {
  const content = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw Object.assign(new Error(content.error ?? t("server.status", { status: response.status })), { status: response.status });
  }
  return content;
}

async function ask(path, request) {
  let response;
  try {
    response = await fetch(path, request);
  } catch {
    throw new Error(t("server.gone"));
  }
  return response;
}

export async function get(path) {
  return answer(await ask(path));
}

/** @param {AbortSignal} [signal] gives it up */
export async function post(path, content, signal) {
  return answer(
    await ask(path, {
      signal,
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(content),
    }));
}

/** The bytes of an address, as something that audio can play. */
export async function blob(path) {
  const response = await ask(path);
  if (!response.ok) await answer(response);
  return response.blob();
}

export function address(path, parameters) {
  return `${path}?${new URLSearchParams(parameters)}`;
}

/** What the address of the page names behind its #, such as hand in #write?hand=anna. */
export function parameter(name) {
  return new URLSearchParams(location.hash.split("?")[1] ?? "").get(name);
}
