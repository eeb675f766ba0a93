package ductus.music.musicstring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.math.Seeded;
import ductus.music.Instruments;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done without JFugue is what JFugue does. */
class SameAsJFugueTest {
  private static final String[] KEYS = {"KGmaj", "KFmaj", "KC#maj", "KCbmaj", "KEmin", "KAbmin"};

  @BeforeEach
  void needsJFugue() {
    assumeTrue(JFugue.find().isPresent(), "JFugue is not there");
  }

  private static byte[] bytes(Sequence sequence) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MidiSystem.write(sequence, 1, out);
    return out.toByteArray();
  }

  private static void assertSameBytes(Score score, String message) throws IOException {
    JFugue library = JFugue.find().orElseThrow();
    assertArrayEquals(
        bytes(ScoreMidi.sequence(score, library::events)),
        bytes(ScoreMidi.sequence(score, PlainNotes::events)),
        message);
  }

  @Test
  void filesHaveTheSameBytes() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      int resolution = seed % 2 == 0 ? 480 : 96 + 7 * seed;
      assertSameBytes(RandomScores.score(seed, 400, 1 + seed % 3, resolution), "seed " + seed);
    }
  }

  /** Notes that overlap, end where others begin, last no time, programs and pedals among them. */
  @Test
  void filesOfCrowdedScoresHaveTheSameBytes() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      RandomGenerator random = Seeded.random(seed);
      List<Note> notes = new ArrayList<>();
      List<ProgramChange> programs = new ArrayList<>();
      List<PedalChange> pedals = new ArrayList<>();
      for (int i = random.nextInt(60); i > 0; i--) {
        int velocity = random.nextInt(1, 128);
        int channel = random.nextInt(3) * 9 % 16;
        long tick = random.nextInt(12);
        notes.add(new Note(tick, random.nextInt(5), 60 + random.nextInt(3), velocity, channel, 0));
        if (random.nextInt(4) == 0) {
          programs.add(new ProgramChange(tick, channel, 0, random.nextInt(128)));
          pedals.add(new PedalChange(random.nextInt(12), channel, 0, random.nextInt(128)));
        }
      }
      Score score =
          new Score(480, 20, notes, List.of(), List.of(), List.of(), programs, pedals, List.of());
      assertSameBytes(score, "seed " + seed);
    }
  }

  /** The score of a text, or that it is refused. */
  private static String read(String text, TokenReader reader) {
    try {
      return PrimerText.parse(text, reader).toString();
    } catch (IllegalArgumentException refused) {
      return "refused at "
          + String.valueOf(refused.getMessage()).replaceFirst("^(primer: column \\d+).*", "$1");
    }
  }

  private static void assertSameMeaning(String text) {
    assertEquals(
        read(text, JFugue.find().orElseThrow().tokens()), read(text, new PlainTokens()), text);
  }

  @Test
  void typedTunesMeanTheSame() {
    for (int seed = 0; seed < 3000; seed++) {
      RandomGenerator random = Seeded.random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(1, 5); i > 0; i--) {
        text.append(token(random)).append(' ');
      }
      assertSameMeaning(text.toString());
    }
  }

  private static String token(RandomGenerator random) {
    if (random.nextInt(6) == 0) {
      return KEYS[random.nextInt(KEYS.length)];
    }
    boolean byName = random.nextInt(5) > 0;
    String token =
        byName
            ? "ABCDEFG".charAt(random.nextInt(7))
                + new String[] {"", "", "", "#", "##", "b", "bb", "n"}[random.nextInt(8)]
                + new String[] {"", "1", "5", "6", "9", "10"}[random.nextInt(6)]
            : random.nextBoolean() ? "[" + random.nextInt(140) + "]" : "R";
    if (random.nextInt(5) > 0) {
      token += random.nextInt(9) == 0 ? "-" : "";
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        token += "whqistxo".charAt(random.nextInt(8)) + (random.nextInt(5) == 0 ? "." : "");
      }
      token += random.nextInt(9) == 0 ? "-" : "";
      token += random.nextInt(6) == 0 ? "*" : "";
      token += random.nextInt(6) == 0 ? "a" + random.nextInt(130) : "";
      token += random.nextInt(6) == 0 ? "d" + random.nextInt(130) : "";
    }
    return token;
  }

  @Test
  void temposKeysAndInstrumentsMeanTheSame() {
    for (String tempo :
        List.of(
            "Grave",
            "Largo",
            "Larghetto",
            "Lento",
            "Adagio",
            "Andante",
            "Andantino",
            "Moderato",
            "Allegretto",
            "Allegro",
            "Vivace",
            "Presto",
            "Pretissimo")) {
      for (String token : List.of("T[" + tempo + "]", "T" + tempo, "T[" + tempo)) {
        assertSameMeaning(token + " Cq");
      }
    }
    assertSameMeaning("T15 Cq T999 Cq T14 Cq");
    for (char letter = 'A'; letter <= 'G'; letter++) {
      for (String key : List.of("maj", "min", "#maj", "#min", "bmaj", "bmin")) {
        assertSameMeaning("K" + letter + key + " Cq Dq Eq Fq Gq Aq Bq");
      }
    }
    for (int program = 0; program < 128; program++) {
      String name = Instruments.name(program).replace(' ', '_');
      for (String token : List.of("I" + program, "I[" + name + "]", "I[" + name.charAt(0) + "]")) {
        assertSameMeaning(token + " Cq");
      }
    }
    for (String name :
        List.of(
            "Honkey_Tonk",
            "Electric_Piano",
            "Harpischord",
            "Accordian",
            "Tango_Accordian",
            "Orchestral_Strings",
            "Skakuhachi",
            "Voice",
            "Basslead",
            "Lead_Basslead",
            "Choir",
            "Piano",
            "Guitar",
            "Fiddle",
            "Shanai",
            "Electric_Jazz_Guitar",
            "nobody")) {
      assertSameMeaning("I[" + name + "] Cq");
    }
  }

  @Test
  void bothRefuseWhatIsBeyondMidi() {
    for (int program : new int[] {-1, 128}) {
      Score score =
          new Score(
              480,
              0,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(new ProgramChange(0, 0, 0, program)),
              List.of(),
              List.of());
      assertThrows(IllegalArgumentException.class, () -> PlainNotes.events(score));
      JFugue library = JFugue.find().orElseThrow();
      assertThrows(IllegalArgumentException.class, () -> library.events(score));
    }
  }
}
