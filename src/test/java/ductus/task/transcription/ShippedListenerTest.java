package ductus.task.transcription;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.music.hearing.AudioAnalysis;
import ductus.music.hearing.ConstantQ;
import ductus.music.hearing.LoudnessGain;
import ductus.music.hearing.SoundFrames;
import ductus.music.hearing.SoundSamples;
import ductus.music.hearing.notes.HeardNote;
import ductus.music.hearing.notes.NoteMatching;
import ductus.music.hearing.notes.NotePicking;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedListenerTest {
  private static final int PARTIALS = 8;

  /** A string that is plucked: partials that fade, the higher the faster. */
  private static void pluck(float[] sound, HeardNote note) {
    double hertz = 440 * StrictMath.pow(2, (note.pitch() - 69) / 12.0);
    int from = (int) (note.onset() * AudioAnalysis.RATE);
    int to = (int) (note.end() * AudioAnalysis.RATE);
    for (int i = from; i < to; i++) {
      double seconds = (double) (i - from) / AudioAnalysis.RATE;
      for (int n = 1; n <= PARTIALS; n++) {
        sound[i] +=
            (float)
                (0.1
                    / n
                    * StrictMath.exp(-(1 + 0.5 * n) * seconds)
                    * StrictMath.sin(2 * StrictMath.PI * n * hertz * seconds));
      }
    }
  }

  @Test
  void hearsATuneOverAnotherVoice() throws Exception {
    int[] tune = {67, 69, 71, 72, 74, 72, 71, 69};
    int[] bass = {48, 55, 52, 55};
    List<HeardNote> notes = new ArrayList<>();
    for (int i = 0; i < tune.length; i++) {
      notes.add(new HeardNote(0.3 + 0.4 * i, 0.68 + 0.4 * i, tune[i], 90));
    }
    for (int i = 0; i < bass.length; i++) {
      notes.add(new HeardNote(0.3 + 0.8 * i, 1.08 + 0.8 * i, bass[i], 90));
    }
    float[] sound = new float[4 * AudioAnalysis.RATE];
    notes.forEach(note -> pluck(sound, note));
    Kernels kernels = KernelChoice.best();
    float gain = LoudnessGain.of(new SoundSamples(sound, AudioAnalysis.RATE));
    SoundFrames frames =
        SoundFrames.of(new SoundSamples(sound, AudioAnalysis.RATE), gain, new ConstantQ(kernels));
    try (Workers workers = new Workers(1)) {
      NoteTranscriber listener =
          new NoteTranscriber(
              NoteTranscriber.open(NoteTranscriber.find(NoteTranscriber.SHIPPED)).network(),
              kernels,
              workers);
      List<HeardNote> heard = listener.notes(frames, NotePicking.THRESHOLD, (done, total) -> {});
      NoteMatching matching = NoteMatching.of(notes, heard, NoteMatching.By.ONSET);
      assertTrue(matching.f1() > 0.7, matching + ", heard " + heard);
    }
  }
}
