package ductus.music.engraving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Note;
import ductus.music.Score;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetMusicTest {
  private static final Pattern NOTES = Pattern.compile("data-note=\"([\\d ]+)\"");
  private static final Pattern LINE =
      Pattern.compile("<path d=\"M([\\d.]+) ([\\d.]+)L([\\d.]+) ([\\d.]+)\"[^>]*width=\"0.11\"");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void drawsEveryNoteOfTheScore(long seed) {
    Score score = EngravedScores.random(seed, 60);
    TreeSet<Integer> drawn = new TreeSet<>();
    Matcher found = NOTES.matcher(screen(score, 900));
    while (found.find()) {
      for (String each : found.group(1).split(" ", -1)) {
        drawn.add(Integer.parseInt(each));
      }
    }
    assertEquals(
        IntStream.range(0, score.notes().size()).boxed().toList(), List.copyOf(drawn), "" + seed);
  }

  @Test
  void tellsWhenNotesAndBarsSound() {
    Score score = EngravedScores.of(3, 4, EngravedScores.melody(0, 72, 12, 71, 24, 67, 36));
    String svg = screen(score, 600);
    assertTrue(
        svg.contains(
            "<g class=\"note\" data-note=\"1\" data-pitch=\"71\" data-voice=\"0\""
                + " data-start=\"0.5\" data-end=\"1.5\" data-bar=\"1\">"),
        svg);
    assertTrue(svg.contains("class=\"bar\" data-bar=\"2\" data-start=\"1.5\" data-end=\"3\""), svg);
  }

  @Test
  void givesTheSameBytesTwice() {
    Score score = EngravedScores.random(7, 80);
    assertArrayEquals(SheetMusic.svg(score, "Twice"), SheetMusic.svg(score, "Twice"));
    assertArrayEquals(SheetMusic.pdf(score, "Twice"), SheetMusic.pdf(score, "Twice"));
  }

  @Test
  void fillsTheWidthWithEachSystemButTheLast() {
    TreeSet<String> ends = new TreeSet<>();
    TreeSet<Double> lastLines = new TreeSet<>();
    List<String[]> lines = new ArrayList<>();
    Matcher found = LINE.matcher(screen(EngravedScores.random(3, 120), 800));
    while (found.find()) {
      lines.add(new String[] {found.group(2), found.group(3)});
      lastLines.add(Double.valueOf(found.group(2)));
    }
    double last = lastLines.last();
    for (String[] line : lines) {
      if (Double.parseDouble(line[0]) < last - 90) {
        ends.add(line[1]);
      }
    }
    assertEquals(new TreeSet<>(List.of("98.8")), ends);
  }

  @Test
  void setsAScoreOfTenThousandNotesInSeconds() {
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      notes.add(new Note(3L * i, 3, 60 + i * 7 % 24, 80, 0, 0));
    }
    Score score = EngravedScores.of(4, 4, notes);
    byte[] svg = assertTimeout(Duration.ofSeconds(20), () -> SheetMusic.screen(score, "Long", 900));
    assertTrue(svg.length > 1_000_000);
  }

  @Test
  void refusesWhatCannotBeEngravedInALine() {
    Score empty = EngravedScores.of(4, 4, List.of());
    assertEquals(
        "the piece has no notes to write down",
        assertThrows(IllegalArgumentException.class, () -> SheetMusic.svg(empty, "")).getMessage());
    Score one = EngravedScores.of(4, 4, EngravedScores.melody(0, 60, 12));
    assertEquals(
        "width must be 240 to 4000 pixels but was 10",
        assertThrows(IllegalArgumentException.class, () -> SheetMusic.screen(one, "", 10))
            .getMessage());
    List<Note> many = new ArrayList<>();
    for (int i = 0; i <= SheetMusic.MOST_NOTES; i++) {
      many.add(new Note(i, 1, 60, 80, 0, 0));
    }
    Score large = EngravedScores.of(4, 4, many);
    assertEquals(
        "the piece must have 20000 notes at most to be engraved but has 20001",
        assertThrows(IllegalArgumentException.class, () -> SheetMusic.pdf(large, "")).getMessage());
  }

  @Test
  void pressesABarThatIsTooFullIntoItsSystem() {
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      notes.add(new Note(3L * i, 3, 60 + i % 12, 80, 0, 0));
    }
    String svg = screen(EngravedScores.of(150, 4, notes), 400);
    Matcher x = Pattern.compile("<use [^>]* x=\"([\\d.]+)\"").matcher(svg);
    while (x.find()) {
      assertTrue(Double.parseDouble(x.group(1)) < 400 / 6.5, x.group());
    }
  }

  /** A tune of two bars, looked at by eye; a new golden file needs new eyes. */
  @Test
  void engravesASmallTuneAsItWasLookedAt() throws IOException {
    Score score =
        EngravedScores.of(
            3, 4, EngravedScores.melody(0, 67, 6, 69, 6, 71, 12, 74, 18, 72, 6, 71, 24, 67, 36));
    try (InputStream golden = SheetMusicTest.class.getResourceAsStream("small-tune.svg")) {
      assertNotNull(golden, "small-tune.svg");
      assertEquals(
          new String(golden.readAllBytes(), StandardCharsets.UTF_8),
          new String(SheetMusic.screen(score, "Small", 480), StandardCharsets.UTF_8));
    }
  }

  @Test
  void saysTextsAsXml() {
    Score score = EngravedScores.of(4, 4, EngravedScores.melody(0, 60, 48));
    String svg = new String(SheetMusic.svg(score, "<A & \"B\">\u0001"), StandardCharsets.UTF_8);
    assertTrue(svg.contains("<title>&lt;A &amp; &quot;B&quot;&gt; </title>"), svg);
  }

  @Test
  void dividesAPdfIntoPages() {
    byte[] pdf = SheetMusic.pdf(EngravedScores.random(5, 400), "Pages");
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertTrue(text.startsWith("%PDF-1.4"));
    assertTrue(Pattern.compile("/Count ([2-9]|\\d\\d)").matcher(text).find());
    assertTrue(text.contains("/BaseFont /Times-Roman"));
  }

  private static String screen(Score score, int width) {
    return new String(SheetMusic.screen(score, "Test", width), StandardCharsets.UTF_8);
  }
}
