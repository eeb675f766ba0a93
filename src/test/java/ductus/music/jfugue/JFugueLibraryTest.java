package ductus.music.jfugue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.music.Instruments;
import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Resolution;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TimeSignature;
import ductus.music.musicstring.JFugue;
import ductus.music.musicstring.JFugueText;
import ductus.music.musicstring.PrimerText;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jfugue.MidiRenderer;
import org.jfugue.MusicStringParser;
import org.jfugue.Pattern;
import org.junit.jupiter.api.Test;

class JFugueLibraryTest {
  private static final Note C = new Note(0, 480, 60, 80, 0, 0);

  @Test
  void isFoundWhereItIsThere() {
    assertTrue(JFugue.find().orElseThrow() instanceof JFugueLibrary);
  }

  @Test
  void knowsTheInstrumentsByTheTokensThatAreWritten() {
    for (int program = 0; program < 128; program++) {
      String text = JFugueText.readable(tune(480, 0, program, List.of(C))).orElseThrow();
      String token = text.split(" ", -1)[1];
      assertEquals(program, PrimerText.parse(token + " C5q").programs().get(0).program(), token);
      String name = "I[" + Instruments.name(program).replace(' ', '_') + "]";
      if (!token.equals(name)) {
        assertTrue(heard(name) != program, "it knows " + name + ", too");
      }
    }
  }

  private static int heard(String token) {
    int[] program = {-1};
    MusicStringParser parser = new MusicStringParser();
    parser.addParserListener(
        new org.jfugue.ParserListenerAdapter() {
          @Override
          public void instrumentEvent(org.jfugue.Instrument instrument) {
            program[0] = instrument.getInstrument();
          }
        });
    try {
      parser.parse(new Pattern(token));
    } catch (org.jfugue.JFugueException unknown) {
      return -1;
    }
    return program[0];
  }

  @Test
  void theReadableFormSaysTheSameNotes() {
    for (int seed = 0; seed < 300; seed++) {
      Score score = randomTune(seed);
      String text = JFugueText.readable(score).orElseThrow();
      Score read = PrimerText.parse(text);
      List<Note> expected =
          Resolution.of(score, PrimerText.TICKS_PER_QUARTER).notes().stream()
              .map(n -> new Note(n.onset(), n.duration(), n.pitch(), 64, 0, 0))
              .toList();
      assertEquals(expected, read.notes(), "seed " + seed + "\n" + text);
      assertEquals(score.keySignatures(), read.keySignatures());
      assertEquals(score.programs().get(0).program(), read.programs().get(0).program());
      assertEquals(score.length() * 2, read.length(), "seed " + seed + "\n" + text);
    }
  }

  @Test
  void jfuguePlaysTheReadableForm() {
    String text = JFugueText.readable(randomTune(7)).orElseThrow();
    MusicStringParser parser = new MusicStringParser();
    MidiRenderer renderer = new MidiRenderer(javax.sound.midi.Sequence.PPQ, 120);
    parser.addParserListener(renderer);
    parser.parse(new Pattern(text));
    assertTrue(renderer.getSequence().getTickLength() > 100);
  }

  private static Score randomTune(long seed) {
    RandomGenerator random = Seeded.random(seed);
    int[] lengths = {60, 80, 120, 160, 240, 320, 360, 480, 640, 720, 960, 1440, 1920, 2400};
    List<Note> notes = new ArrayList<>();
    long at = 0;
    while (notes.size() < 40) {
      int length = lengths[random.nextInt(lengths.length)];
      if (random.nextInt(4) > 0) {
        notes.add(new Note(at, length, random.nextInt(12, 128), 90, 0, 0));
      }
      at += length;
    }
    return tune((int) at, random.nextInt(-7, 8), 73, notes);
  }

  /** A tune at 480 ticks a quarter note, in 3/4. */
  private static Score tune(int length, int fifths, int program, List<Note> notes) {
    return new Score(
        480,
        length,
        notes,
        List.of(new TempoChange(0, 500_000)),
        List.of(new TimeSignature(0, 3, 4)),
        List.of(new KeySignature(0, fifths, false)),
        List.of(new ProgramChange(0, 0, 0, program)),
        List.of(),
        List.of());
  }
}
