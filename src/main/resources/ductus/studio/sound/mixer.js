// The wishes of the sound of a tune, behind a fold: tempo, volume, repetition, metronome, voices, and a file of it.
import { el, field, options } from "../dom.js";
import { complain } from "../notice.js";
import { t } from "../words.js";
import { ports } from "./port.js";
import { servedPorts } from "./served.js";
import { render } from "./render.js";

const SERVED = "served ";
let boxes = 0;

/** @param {import("../tune.js").Tune} tune */
export function mixer(tune) {
  const { mix } = tune;
  const slider = (label, least, most, value, change) => {
    const said = el("span", { class: "value" }, `${value} %`);
    const input = el("input", {
      type: "range", min: least, max: most, step: 5, value,
      oninput: () => { said.textContent = `${input.value} %`; change(Number(input.value) / 100); tune.follow(); },
    });
    const made = field(label, input);
    made.querySelector("label").append(said);
    return made;
  };
  const box = (label, change) => {
    const input = el("input", { type: "checkbox", id: `sound-${++boxes}`, onchange: () => { change(input.checked); tune.follow(); } });
    return el("div", { class: "check" }, input, el("label", { for: input.id }, label));
  };
  const maker = el("select", { onchange: () => made(tune, maker) },
    options([["here", t("player.here")], ["midi", t("player.midi")], ["ports", t("player.ports")]]));
  const save = el("button", { type: "button", onclick: () => saved(tune, save) }, t("player.save"));
  const fold = el("details", { class: "sound" }, el("summary", {}, t("player.sound")));
  fold.addEventListener("toggle", () => {
    if (!fold.open || fold.childElementCount > 1) return;
    fold.append(el("div", { class: "fields" },
      slider(t("player.tempo"), 40, 200, Math.round(mix.tempo * 100), (value) => { mix.tempo = value; }),
      slider(t("player.volume"), 0, 100, Math.round(mix.volume * 100), (value) => { mix.volume = value; })),
    el("div", { class: "actions" },
      box(t("player.loop"), (on) => { mix.loops = on; }), box(t("player.metronome"), (on) => { mix.metronome = on; }),
      box(t("player.countIn"), (on) => { mix.countIn = on; })),
    voices(tune), field(t("player.maker"), maker), el("div", { class: "actions" }, save));
  });
  return fold;
}

/** Who makes the sound: the band of the browser, the server, or what listens at a MIDI port. */
async function made(tune, maker) {
  if (maker.value === "ports") {
    try {
      const known = await allPorts();
      maker.lastElementChild.remove();
      maker.append(...options(known));
      maker.value = known[0][0];
    } catch (error) {
      maker.value = "here";
      complain(error instanceof DOMException || error instanceof TypeError ? new Error(t("player.noMidi")) : error);
    }
  }
  tune.mix.recorded = maker.value === "midi";
  tune.mix.served = maker.value.startsWith(SERVED) ? maker.value.slice(SERVED.length) : null;
  tune.mix.port = maker.value.startsWith("port ") ? maker.value.slice(5) : null;
  tune.follow(true);
}

/** The ports of the browser and those of the studio, as options; there is one at least. */
async function allPorts() {
  const served = await servedPorts();
  let own = [];
  let refused = new Error(t("player.noPort"));
  try {
    own = await ports();
  } catch (error) {
    refused = error;
  }
  const known = [
    ...own.map(([id, name]) => [`port ${id}`, t("player.port", { name })]),
    ...served.map((name) => [SERVED + name, t("player.served", { name })]),
  ];
  if (known.length === 0) throw refused;
  return known;
}

/** A line for each voice, where there are several. */
function voices(tune) {
  const { mix } = tune;
  const all = tune.heard.voices ?? [];
  if (all.length < 2) return null;
  const toggle = (set, voice, label, name) => {
    const button = el("button", {
      type: "button", "aria-pressed": "false", "aria-label": `${label}: ${name}`,
      onclick: () => {
        if (!set.delete(voice)) set.add(voice);
        button.setAttribute("aria-pressed", String(set.has(voice)));
        tune.follow();
      },
    }, label);
    return button;
  };
  return el("ul", { class: "voices" }, all.map(({ name }, voice) =>
    el("li", {}, el("span", { class: `swatch voice-${voice % 8}` }), el("span", { class: "voice-name" }, name),
      toggle(mix.muted, voice, t("player.mute"), name), toggle(mix.solo, voice, t("player.solo"), name))));
}

async function saved(tune, button) {
  button.disabled = true;
  try {
    const bytes = await render({ voices: [], beats: [], ...tune.heard }, tune.mix);
    const url = URL.createObjectURL(new Blob([bytes], { type: "audio/wav" }));
    el("a", { href: url, download: `${tune.midi.split("/").at(-1).replace(/\.[^.]*$/, "")}.wav` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  } catch (error) {
    complain(error);
  } finally {
    button.disabled = false;
  }
}
