package ductus.music.hearing.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.music.hearing.AudioAnalysis;
import ductus.music.hearing.ConstantQ;
import ductus.music.hearing.SoundFrames;
import ductus.music.hearing.SoundSamples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeyViewTest {
  private static final ConstantQ CONSTANT_Q = new ConstantQ(KernelChoice.best());
  private static final int LAST = KeyView.SIZE - 1;

  /** A sine that begins after half a second. */
  private static SoundFrames tone(int pitch) throws Exception {
    float[] sound = new float[AudioAnalysis.RATE];
    double step =
        2 * StrictMath.PI * 440 * StrictMath.pow(2, (pitch - 69) / 12.0) / AudioAnalysis.RATE;
    for (int i = sound.length / 2; i < sound.length; i++) {
      sound[i] = (float) (0.3 * StrictMath.sin(step * i));
    }
    return SoundFrames.of(new SoundSamples(sound, AudioAnalysis.RATE), 1, CONSTANT_Q);
  }

  private static float[] row(float[] view, int t) {
    return Arrays.copyOfRange(view, t * KeyView.SIZE, (t + 1) * KeyView.SIZE);
  }

  @Test
  void aToneLooksTheSameFromItsKeyWhereverItIs() throws Exception {
    float[] low = row(whole(tone(57)).of(57 - AudioAnalysis.LOWEST), 40);
    float[] high = row(whole(tone(64)).of(64 - AudioAnalysis.LOWEST), 40);
    for (int i = 0; i < LAST - 1; i++) {
      assertEquals(low[i], high[i], 0.06, "input " + i);
    }
    assertTrue(high[LAST - 1] > low[LAST - 1], "it knows how high it is");
  }

  @Test
  void risesAreSeenWhereTheToneBegins() throws Exception {
    float[] view = whole(tone(60)).of(60 - AudioAnalysis.LOWEST);
    int fundamental = KeyView.SIZE - 10;
    float before = row(view, 10)[fundamental];
    float at = 0;
    for (int t = 22; t < 30; t++) {
      at = Math.max(at, row(view, t)[fundamental]);
    }
    assertEquals(0, before, 1e-6);
    assertTrue(at > 0.3, "rise " + at);
    assertEquals(0, row(view, 42)[fundamental], 0.05);
  }

  @Test
  void aPartSeesWhatTheWholeSeesAndSilenceAround() throws Exception {
    SoundFrames frames = tone(60);
    float[] whole = whole(frames).of(20);
    float[] part = new KeyView(frames, -3, 60, new float[0]).of(20);
    for (int t = 2; t < frames.count(); t++) {
      for (int i = 0; i <= LAST; i++) {
        assertEquals(whole[t * KeyView.SIZE + i], part[(t + 3) * KeyView.SIZE + i], "frame " + t);
      }
    }
    for (int i = 0; i < LAST - 1; i++) {
      assertEquals(0, part[i], "input " + i);
      assertEquals(0, part[59 * KeyView.SIZE + i], "input " + i);
    }
  }

  @Test
  void gainsOfOneChangeNothing() throws Exception {
    SoundFrames frames = tone(60);
    float[] gains = new float[ConstantQ.BINS];
    Arrays.fill(gains, 1);
    float[] plain = whole(frames).of(20);
    float[] colored = new KeyView(frames, 0, frames.count(), gains).of(20);
    for (int i = 0; i < plain.length; i++) {
      assertEquals(plain[i], colored[i], 1e-5);
    }
  }

  @Test
  void theHighestAndTheLowestKeySeeSomething() throws Exception {
    SoundFrames frames = tone(AudioAnalysis.LOWEST);
    KeyView view = whole(frames);
    assertEquals(frames.count() * KeyView.SIZE, view.of(0).length);
    assertEquals(frames.count() * KeyView.SIZE, view.of(AudioAnalysis.KEYS - 1).length);
  }

  /** The view of a sound as it is. */
  private static KeyView whole(SoundFrames frames) {
    return new KeyView(frames, 0, frames.count(), new float[0]);
  }
}
