package ductus.music.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.audio.WavRenderer.Rendering;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavRendererTest {
  private static final int RATE = WavRenderer.SAMPLE_RATE;
  private static final int SCALE_STEPS = 8;

  private final Path folder;

  WavRendererTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aScaleSoundsAtItsTimesAndPitchesWithoutClipping() throws Exception {
    int[] keys = {57, 59, 61, 62, 64, 66, 68, 69};
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < SCALE_STEPS; i++) {
      notes.add(new Note(480L * i, 400, keys[i], 90, 0, 0));
    }
    Path file = folder.resolve("scale.wav");
    Rendering rendering = WavRenderer.write(score(notes, List.of()), file);
    short[] samples = left(file);

    assertEquals(rendering.seconds(), (double) samples.length / RATE, 1e-9);
    assertTrue(rendering.seconds() >= 3.9 && rendering.seconds() < 10, rendering.toString());
    assertFalse(rendering.soundBank().isBlank());
    int peak = 0;
    for (short sample : stereo(file)) {
      peak = Math.max(peak, Math.abs((int) sample));
    }
    assertTrue(peak <= Short.MAX_VALUE * Math.pow(10, -1 / 20.0) + 1, "-1 dBFS");
    for (int i = 0; i < SCALE_STEPS; i++) {
      int from = i * RATE / 2 + RATE / 20;
      double here = power(samples, from, RATE / 4, frequency(keys[i]));
      for (int other : keys) {
        if (Math.floorMod(other - keys[i], 12) != 0) {
          double there = power(samples, from, RATE / 4, frequency(other));
          assertTrue(here > 3 * there, "step " + i + ": " + here + " against " + there);
        }
      }
    }
  }

  @Test
  void softAndLoudPiecesComeOutEquallyLoud() throws Exception {
    double[] levels = new double[2];
    for (int i = 0; i < 2; i++) {
      List<Note> notes = new ArrayList<>();
      for (int beat = 0; beat < 8; beat++) {
        for (int key : new int[] {48, 55, 60, 64}) {
          notes.add(new Note(480L * beat, 480, key, i == 0 ? 30 : 120, 0, 0));
        }
      }
      Path file = folder.resolve(i + ".wav");
      WavRenderer.write(organ(notes), file);
      Loudness loudness = new Loudness();
      short[] samples = stereo(file);
      for (int block = 0; block + RATE / 5 <= samples.length; block += RATE / 5) {
        double squares = 0;
        for (int at = block; at < block + RATE / 5; at++) {
          squares += Math.pow(samples[at] / (double) Short.MAX_VALUE, 2);
        }
        loudness.add(squares / (RATE / 5));
      }
      levels[i] = 20 * Math.log10(loudness.gatedRootMeanSquare());
    }
    assertEquals(-18, levels[0], 0.5);
    assertEquals(-18, levels[1], 0.5);
  }

  @Test
  void theLastSoundIsNeverCutOff() throws Exception {
    Path file = folder.resolve("ring.wav");
    List<Note> notes = List.of(new Note(0, 480, 36, 127, 0, 0));
    WavRenderer.write(score(notes, List.of()), file);
    short[] samples = stereo(file);
    int end = 0;
    for (int at = samples.length - RATE / 50; at < samples.length; at++) {
      end = Math.max(end, Math.abs((int) samples[at]));
    }
    assertTrue(end < 60, "the last 10 ms reach " + end);
  }

  @Test
  void theATuningForkIs440Hertz() throws Exception {
    Path file = folder.resolve("a.wav");
    WavRenderer.write(score(List.of(new Note(0, 960, 69, 100, 0, 0)), List.of()), file);
    short[] samples = left(file);
    assertTrue(power(samples, 0, RATE, 440) > 4 * power(samples, 0, RATE, 430));
    assertTrue(power(samples, 0, RATE, 440) > 4 * power(samples, 0, RATE, 450));
    double sum = 0;
    for (int i = 0; i < RATE; i++) {
      sum += (double) samples[i] * samples[i];
    }
    assertTrue(Math.sqrt(sum / RATE) > 300, "not silent");
  }

  @Test
  void thePedalLetsStringsRingOn() throws Exception {
    List<Note> notes = List.of(new Note(0, 240, 60, 100, 0, 0), new Note(1920, 240, 62, 100, 0, 0));
    Path dry = folder.resolve("dry.wav");
    Path wet = folder.resolve("wet.wav");
    WavRenderer.write(score(notes, List.of()), dry);
    WavRenderer.write(score(notes, List.of(new PedalChange(0, 0, 0, 127))), wet);
    double c = frequency(60);
    assertTrue(
        power(left(wet), RATE / 2, RATE / 2, c) > 3 * power(left(dry), RATE / 2, RATE / 2, c));
  }

  @Test
  void leavesNothingBehindAndReplacesTheOldFile() throws Exception {
    Path file = folder.resolve("tune.wav");
    Files.writeString(file, "old");
    WavRenderer.write(score(List.of(new Note(0, 0, 60, 1, 0, 0)), List.of()), file);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
    assertEquals(2, AudioSystem.getAudioFileFormat(file.toFile()).getFormat().getChannels());
  }

  @Test
  void refusesPiecesWithoutNotesAndLongerThanAnHour() {
    Path file = folder.resolve("x.wav");
    assertThrows(
        IllegalArgumentException.class, () -> WavRenderer.write(score(List.of(), List.of()), file));
    Score endless = score(List.of(new Note(480L * 7300, 1, 60, 90, 0, 0)), List.of());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> WavRenderer.write(endless, file));
    assertTrue(refused.toString().contains("61 minutes"), refused.toString());
    assertFalse(Files.exists(file));
  }

  @Test
  void aFolderThatIsAFileIsAnErrorOfInputAndOutput() throws Exception {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");
    assertThrows(
        IOException.class,
        () ->
            WavRenderer.write(
                score(List.of(new Note(0, 1, 60, 90, 0, 0)), List.of()),
                notAFolder.resolve("x.wav")));
  }

  private static double frequency(int key) {
    return 440 * Math.pow(2, (key - 69) / 12.0);
  }

  /** Goertzel's algorithm: the strength of one frequency, of samples weighted by a Hann window. */
  private static double power(short[] samples, int from, int count, double frequency) {
    double turn = 2 * Math.PI * frequency / RATE;
    double coefficient = 2 * Math.cos(turn);
    double last = 0;
    double beforeLast = 0;
    for (int i = 0; i < count; i++) {
      double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / count);
      double next = samples[from + i] * window + coefficient * last - beforeLast;
      beforeLast = last;
      last = next;
    }
    return Math.sqrt(
        Math.max(0, last * last + beforeLast * beforeLast - coefficient * last * beforeLast));
  }

  private static short[] left(Path file) throws Exception {
    short[] both = stereo(file);
    short[] left = new short[both.length / 2];
    for (int i = 0; i < left.length; i++) {
      left[i] = both[2 * i];
    }
    return left;
  }

  private static short[] stereo(Path file) throws Exception {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
      assertEquals(RATE, in.getFormat().getSampleRate());
      assertEquals(16, in.getFormat().getSampleSizeInBits());
      byte[] bytes = in.readAllBytes();
      short[] samples = new short[bytes.length / 2];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
      return samples;
    }
  }

  private static Score organ(List<Note> notes) {
    Score score = score(notes, List.of());
    return new Score(
        score.ticksPerQuarter(),
        score.length(),
        score.notes(),
        score.tempos(),
        List.of(),
        List.of(),
        List.of(new ProgramChange(0, 0, 0, 19)),
        List.of(),
        List.of());
  }

  private static Score score(List<Note> notes, List<PedalChange> pedals) {
    return new Score(
        480,
        0,
        notes,
        List.of(new TempoChange(0, 500_000)),
        List.of(),
        List.of(),
        List.of(new ProgramChange(0, 0, 0, 0)),
        pedals,
        List.of());
  }
}
