// What the server says, in the language of the page. It speaks English; what people often meet stands among the words under
// refusals, once in English as the server says it and once in each other language. What is not there is shown as it came.
import { english, t } from "./words.js";

const VALUE = /\{(\w+)\}/g;

/** A refusal of the server, in the words of the page. @param {string} said */
export function refusal(said) {
  for (const [key, template] of Object.entries(english().refusals ?? {})) {
    const match = pattern(template).exec(said);
    if (match) return t(`refusals.${key}`, match.groups ?? {});
  }
  return said;
}

/** What finds the values in a text of the server. @param {string} template */
function pattern(template) {
  const literal = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(VALUE, "(?<$1>.+?)")}$`, "s");
}
