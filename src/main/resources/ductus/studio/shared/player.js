// Plays the notes of a page that was shared, without anything else; the server writes it into the page.
(() => {
  const place = document.getElementById("player");
  if (!place) return;
  const tune = JSON.parse(document.getElementById("tune").textContent);
  const german = navigator.language.startsWith("de");
  const PLAY = german ? "Abspielen" : "Play";
  const PAUSE = "Pause";
  const COLORS = ["#2a6f97", "#d07c1f", "#5c8d4e", "#8a4f7d", "#b4483a", "#3c9d9b", "#7a6a4f", "#c98bb4"];
  const AHEAD = 0.4;
  const SVG = "http://www.w3.org/2000/svg";

  function element(tag, properties, parent) {
    const made = Object.assign(document.createElement(tag), properties);
    parent.append(made);
    return made;
  }

  function shape(tag, attributes, parent) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    parent.append(made);
  }

  const length = Math.max(tune.seconds, 0.1);
  const pitches = tune.notes.map((note) => note.pitch);
  const high = Math.max(72, ...pitches) + 2;
  const low = Math.min(60, ...pitches) - 2;
  const roll = element("div", { className: "roll" }, place);
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 1000 ${high - low + 1}`);
  picture.setAttribute("preserveAspectRatio", "none");
  picture.setAttribute("aria-hidden", "true");
  roll.append(picture);
  for (const note of tune.notes) {
    const width = Math.max(1.6, ((note.end - note.start) / length) * 1000 - 0.8);
    shape("rect", { x: (note.start / length) * 1000, y: high - note.pitch, width, height: 0.9, fill: COLORS[note.voice % 8] }, picture);
  }
  const cursor = element("div", { className: "cursor" }, roll);
  const bar = element("div", { className: "bar" }, place);
  const button = element("button", { type: "button", textContent: PLAY }, bar);
  const slider = element("input", { type: "range", min: 0, max: length, step: 0.05, value: 0, ariaLabel: german ? "Stelle" : "Place" }, bar);
  const time = element("span", {}, bar);

  let audio = null;
  let out = null;
  let begun = 0;
  let next = 0;
  let timer = 0;
  let at = 0;

  function clock(seconds) {
    return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
  }

  function show() {
    slider.value = at;
    cursor.style.left = `${(at / length) * 100}%`;
    time.textContent = `${clock(at)} / ${clock(length)}`;
  }

  function sound(note, when) {
    const gain = audio.createGain();
    const loud = 0.22 * (note.velocity / 127);
    const lasts = note.drum ? 0.12 : Math.max(0.08, note.end - note.start);
    gain.gain.setValueAtTime(0, when);
    gain.gain.linearRampToValueAtTime(loud, when + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.001, when + lasts + 0.15);
    gain.connect(out);
    const source = audio.createOscillator();
    source.type = note.drum ? "square" : "triangle";
    source.frequency.value = note.drum ? 60 + 8 * (note.pitch - 35) : 440 * 2 ** ((note.pitch - 69) / 12);
    source.connect(gain);
    source.start(when);
    source.stop(when + lasts + 0.2);
  }

  function tick() {
    at = Math.min(length, audio.currentTime - begun);
    for (; next < tune.notes.length && tune.notes[next].start < at + AHEAD; next++) {
      const note = tune.notes[next];
      sound(note, Math.max(audio.currentTime, begun + note.start));
    }
    show();
    if (at >= length) {
      stop();
      at = 0;
      show();
    }
  }

  function start() {
    audio ??= new AudioContext();
    audio.resume();
    out = audio.createDynamicsCompressor();
    out.connect(audio.destination);
    begun = audio.currentTime - at;
    next = tune.notes.findIndex((note) => note.start >= at);
    if (next < 0) next = tune.notes.length;
    timer = setInterval(tick, 50);
    button.textContent = PAUSE;
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    out?.disconnect();
    button.textContent = PLAY;
  }

  function seek(seconds) {
    const playing = timer !== 0;
    if (playing) stop();
    at = Math.min(length, Math.max(0, seconds));
    show();
    if (playing) start();
  }

  button.addEventListener("click", () => (timer ? stop() : start()));
  slider.addEventListener("input", () => seek(Number(slider.value)));
  roll.addEventListener("click", (event) => {
    const box = roll.getBoundingClientRect();
    seek(((event.clientX - box.left) / box.width) * length);
  });
  show();
})();
