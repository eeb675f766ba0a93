// What the page says, in the language of the browser or the one that was chosen: words/LANGUAGE.json.
const LANGUAGES = { en: "English", de: "Deutsch" };
const CHOICE = "ductus-language";

let words = {};
let inEnglish = {};
let plural = new Intl.PluralRules("en");

/** Languages by their names in themselves. */
export function languages() {
  return Object.entries(LANGUAGES);
}

/** The language that is spoken: the one chosen, or the first of the browser's that there is. */
export function language() {
  const wished = [localStorage.getItem(CHOICE), ...navigator.languages.map((each) => each.split("-")[0])];
  return wished.find((each) => each != null && each in LANGUAGES) ?? "en";
}

/** Speaks another language from now on. */
export function choose(name) {
  localStorage.setItem(CHOICE, name);
  location.reload();
}

/** Learns the words of the language; before anything is said. */
export async function learn() {
  const name = language();
  const read = async (each) => (await fetch(new URL(`words/${each}.json`, import.meta.url))).json();
  const [said, original] = await Promise.all([read(name), name === "en" ? undefined : read("en")]);
  speak(name, said, original);
  document.documentElement.lang = name;
}

/** @param {object} said words of the language @param {object} [original] those of English */
export function speak(name, said, original = said) {
  words = said;
  inEnglish = original;
  plural = new Intl.PluralRules(name);
}

/** The words as the server knows them. */
export function english() {
  return inEnglish;
}

/**
 * What stands under a key such as "compose.title", with {name} replaced by the value of name. Where there are several forms
 * ("one", "other"), the value of count decides.
 */
export function t(key, values = {}) {
  let said = key.split(".").reduce((part, name) => part?.[name], words);
  if (said !== null && typeof said === "object") said = said[plural.select(values.count ?? 0)] ?? said.other;
  if (typeof said !== "string") return key;
  return said.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
}
