package ductus.music.abc.write;

import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.finding.Dance;
import ductus.music.notation.NotatedBar;
import ductus.music.notation.NotatedPart;
import ductus.music.notation.NotatedScore;
import ductus.music.notation.NotatedVoice;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes a score as a tune in ABC notation: header, and a voice for each of its parts, or several
 * where notes of a part overlap. Notes are set on a grid first, see {@link NotatedScore};
 * velocities and pedals are not written.
 *
 * <p>A track {@link Score#CHORD_TRACK} that has chord symbols is not written as a voice: the
 * symbols stand for it.
 */
public final class AbcWriter {
  private static final int UNITS_PER_WHOLE = 4 * NotatedScore.UNITS_PER_QUARTER;

  private final NotatedScore sheet;
  private final Optional<String> rhythm;
  private final StringBuilder text = new StringBuilder();

  private AbcWriter(NotatedScore sheet, Optional<String> rhythm) {
    this.sheet = sheet;
    this.rhythm = rhythm;
  }

  /**
   * Writes the text of the file.
   *
   * @throws IllegalArgumentException if the score has no notes, too many bars, or bars that ABC
   *     cannot say
   */
  public static String file(Score score, String title) {
    return new AbcWriter(NotatedScore.of(withoutAccompaniment(score), title), rhythm(score))
        .write();
  }

  /** The field that names the dance, as the reader keeps it. */
  private static Optional<String> rhythm(Score score) {
    return score.texts().stream()
        .filter(text -> text.kind() == TextEvent.Kind.TEXT)
        .map(TextEvent::text)
        .filter(text -> text.startsWith(Dance.FIELD))
        .findFirst();
  }

  /** The score without the chords that the symbols stand for. */
  private static Score withoutAccompaniment(Score score) {
    Set<Integer> named =
        score.texts().stream()
            .filter(text -> text.kind() == TextEvent.Kind.TRACK_NAME)
            .filter(text -> text.text().equals(Score.CHORD_TRACK))
            .map(TextEvent::track)
            .collect(Collectors.toSet());
    Set<Integer> chords =
        score.texts().stream()
            .filter(text -> text.isChordSymbol() && named.contains(text.track()))
            .map(TextEvent::track)
            .collect(Collectors.toSet());
    boolean others = score.notes().stream().anyMatch(note -> !chords.contains(note.track()));
    return chords.isEmpty() || !others
        ? score
        : new Score(
            score.ticksPerQuarter(),
            score.length(),
            score.notes().stream().filter(note -> !chords.contains(note.track())).toList(),
            score.tempos(),
            score.timeSignatures(),
            score.keySignatures(),
            score.programs(),
            score.pedals(),
            score.texts());
  }

  private String write() {
    NotatedBar first = sheet.bars().get(0);
    line("X:1");
    line("T:" + inLine(sheet.title()));
    if (!sheet.composer().isEmpty()) {
      line("C:" + inLine(sheet.composer()));
    }
    rhythm.ifPresent(field -> line(inLine(field)));
    line("M:" + AbcVoiceText.metre(first));
    line("L:1/" + UNITS_PER_WHOLE / AbcVoiceText.UNITS);
    if (!sheet.tempos().isEmpty() && sheet.tempos().get(0).place() == 0) {
      line("Q:" + AbcVoiceText.tempo(sheet.tempos().get(0).value()));
    }
    int voices = sheet.parts().stream().mapToInt(part -> part.voices().size()).sum();
    if (voices > 1) {
      line("%%score " + staves());
    }
    line("K:" + first.key().abc());
    int number = 1;
    for (NotatedPart part : sheet.parts()) {
      for (NotatedVoice voice : part.voices()) {
        if (voices > 1) {
          String clef = part.isDrums() ? " clef=perc" : part.meanPitch() < 57 ? " clef=bass" : "";
          line("V:" + number + " name=\"" + inLine(part.name()).replace('"', '\'') + "\"" + clef);
        }
        if (part.isDrums()) {
          line("%%MIDI channel 10");
        }
        line("%%MIDI program " + part.program());
        new AbcVoiceText(sheet, number == 1).lines(voice).forEach(this::line);
        number++;
      }
    }
    return text.toString();
  }

  /** The order of voices on staves, those of one part on one: {@code (1 2) 3}. */
  private String staves() {
    List<String> staves = new ArrayList<>();
    int number = 1;
    for (NotatedPart part : sheet.parts()) {
      List<String> numbers = new ArrayList<>();
      for (int i = 0; i < part.voices().size(); i++) {
        numbers.add(Integer.toString(number++));
      }
      String together = String.join(" ", numbers);
      staves.add(numbers.size() > 1 ? "(" + together + ")" : together);
    }
    return String.join(" ", staves);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** A text on one line, and with what would begin a comment taken out. */
  private static String inLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]+", " ").replace("%", "").strip();
  }

  /** The places where the first voice is cut so that a chord symbol can stand above a note. */
  static NavigableSet<Long> cuts(NotatedScore sheet) {
    return sheet.chords().stream()
        .map(NotatedScore.Mark::place)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
