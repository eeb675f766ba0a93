// The sound of the browser's band as a file.
import { Stage } from "./stage.js";
import { strike } from "./tones.js";
import { wav } from "./wav.js";

const RATE = 44100;
const TAIL = 2;

/** A tune in seconds as the bytes of a WAV file, as the mix has it but from start to end once. */
export async function render(tune, mix) {
  const context = new OfflineAudioContext(2, Math.ceil((tune.seconds / mix.tempo + TAIL) * RATE), RATE);
  const stage = new Stage(context, tune.voices.length);
  stage.master.gain.value = mix.volume;
  stage.places.forEach((place, voice) => { place.gain.value = mix.sounds(voice) ? 1 : 0; });
  for (const note of tune.notes) {
    strike(context, stage.place(note.voice), note, tune.voices[note.voice]?.program ?? 0,
      note.start / mix.tempo, Math.max(0.03, (note.end - note.start) / mix.tempo));
  }
  const sound = await context.startRendering();
  return wav([sound.getChannelData(0), sound.getChannelData(1)], RATE);
}
