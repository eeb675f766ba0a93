import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { speak, t } from "../../main/resources/ductus/studio/words.js";

const STUDIO = new URL("../../main/resources/ductus/studio/", import.meta.url);
const LANGUAGES = readdirSync(new URL("words/", STUDIO));

/** The texts of a language by their keys; several forms of one are one. */
function texts(file) {
  const found = new Map();
  const collect = (part, key) => {
    if (typeof part === "string") found.set(key, [part]);
    else if ("other" in part) found.set(key, Object.values(part));
    else for (const [name, inner] of Object.entries(part)) collect(inner, key ? `${key}.${name}` : name);
  };
  collect(JSON.parse(readFileSync(new URL(`words/${file}`, STUDIO), "utf8")), "");
  return found;
}

function placeholders(forms) {
  return [...new Set(forms.flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();
}

test("all languages say the same things", () => {
  const english = texts("en.json");
  for (const file of LANGUAGES) {
    const other = texts(file);
    assert.deepEqual([...other.keys()].sort(), [...english.keys()].sort(), file);
    for (const [key, forms] of other) {
      assert.deepEqual(placeholders(forms), placeholders(english.get(key)), `${file}: ${key}`);
    }
  }
});

test("every key that a module names is there, and every text is used", () => {
  const english = texts("en.json");
  const sources = readdirSync(STUDIO, { recursive: true })
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(new URL(name, STUDIO), "utf8"));
  const named = sources.flatMap((source) => [...source.matchAll(/\bt\("([\w.]+)"/g)].map((match) => match[1]));
  assert.deepEqual(named.filter((key) => !english.has(key)), []);
  // Keys that are put together, such as t(`train.presets.${name}`): what stands before the first value is enough.
  const begun = sources.flatMap((source) => [...source.matchAll(/\bt\(`([\w.]*)\$\{/g)].map((match) => match[1]));
  assert.deepEqual(
    [...english.keys()].filter((key) => !named.includes(key) && !begun.some((start) => start && key.startsWith(start)) && !key.endsWith(".title")),
    []);
});

test("no module says anything by itself", () => {
  const saying = /\bel\("\w+", \{[^}]*\}, "[A-Z]|\bfield\("|(?:aria-label"?|title): "[A-Z]/;
  const loud = readdirSync(STUDIO, { recursive: true })
    .filter((name) => name.endsWith(".js") && saying.test(readFileSync(new URL(name, STUDIO), "utf8")));
  assert.deepEqual(loud, []);
});

test("values stand in for names, and counts choose the form", () => {
  speak("en", { a: { b: "{name} has {count}" }, notes: { one: "{count} note", other: "{count} notes" } });
  assert.equal(t("a.b", { name: "Anna", count: 2 }), "Anna has 2");
  assert.equal(t("notes", { count: 1 }), "1 note");
  assert.equal(t("notes", { count: 0 }), "0 notes");
  assert.equal(t("a.none"), "a.none");
});
