import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { refusal } from "../../main/resources/ductus/studio/refusals.js";
import { speak } from "../../main/resources/ductus/studio/words.js";

const STUDIO = new URL("../../main/resources/ductus/studio/", import.meta.url);
const JAVA = new URL("../../main/java/ductus/", import.meta.url);
const words = (language) => JSON.parse(readFileSync(new URL(`words/${language}.json`, STUDIO), "utf8"));

test("what people often meet is said in their language, with its values", () => {
  speak("de", words("de"), words("en"));
  assert.equal(refusal("the model my folk (2) is gone: choose another one"), "Das Modell my folk (2) ist nicht mehr da: ein anderes wählen");
  assert.equal(refusal("bars must be 1 to 64 but was 65"), "1 bis 64 Takte sind möglich, nicht 65");
  assert.equal(refusal("form must be 1 to 16 letters, such as AABB or AA'BA, but was A1"), "Die Form besteht aus 1 bis 16 Buchstaben, wie AABB oder AA'BA, nicht A1");
  assert.equal(refusal("there is a line\nbreak already"), "line\nbreak gibt es schon");
});

test("the rest stays as the server said it", () => {
  assert.equal(refusal("tune.mid: byte 412: running status without a status byte"), "tune.mid: byte 412: running status without a status byte");
  speak("en", words("en"));
  assert.equal(refusal("there is no tune.mid any more"), "there is no tune.mid any more");
});

test("every one of them is said by the server", () => {
  const sources = readdirSync(JAVA, { recursive: true })
    .filter((name) => name.endsWith(".java"))
    .map((name) => readFileSync(new URL(name.replaceAll("\\", "/"), JAVA), "utf8"))
    // Texts of several lines are one; values are a mark, however they come in.
    .map((source) => source.replace(/"\s*\+\s*"/g, "").replace(/"\s*\+[^";]+\+\s*"/g, "\0").replace(/%[,.\d]*[sdf]/g, "\0"))
    .join("\n");
  const missing = Object.values(words("en").refusals)
    .filter((template) => !sources.includes(template.replace(/\{\w+\}/g, "\0").replace(/^\0|\0$/g, "")));
  assert.deepEqual(missing, []);
});
