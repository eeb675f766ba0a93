package ductus.music.engraving.layout;

import ductus.music.Note;
import ductus.music.TempoMap;
import ductus.music.engraving.staff.StaffHead;
import ductus.music.engraving.staff.StaffScore;
import ductus.music.engraving.staff.StaffSign;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a page may ask of drawn notes and bars, as attributes: places count from 0, bars from 1. */
final class NoteData {
  private final StaffScore score;
  private final TempoMap tempo;

  NoteData(StaffScore score) {
    this.score = score;
    this.tempo = new TempoMap(score.score());
  }

  /**
   * The attributes of a head.
   *
   * @param bar index of the bar
   * @param shared notes of other voices that the same head stands for
   */
  String[] of(StaffHead head, StaffSign sign, int bar, List<StaffHead> shared) {
    StringBuilder notes = new StringBuilder().append(head.note());
    shared.forEach(other -> notes.append(' ').append(other.note()));
    Note note = score.score().notes().get(head.note());
    return new String[] {
      "class", "note",
      "data-note", notes.toString(),
      "data-pitch", Integer.toString(head.pitch()),
      "data-voice", Integer.toString(sign.voice()),
      "data-start", seconds(tempo.seconds(note.onset())),
      "data-end", seconds(tempo.seconds(note.end())),
      "data-bar", Integer.toString(bar + 1)
    };
  }

  /** The attributes of a bar's rectangle. */
  String[] ofBar(int bar) {
    return new String[] {
      "class", "bar",
      "data-bar", Integer.toString(bar + 1),
      "data-start", seconds(score.seconds(tempo, score.bars().get(bar).start())),
      "data-end", seconds(score.seconds(tempo, score.bars().get(bar).end()))
    };
  }

  private static String seconds(double seconds) {
    return BigDecimal.valueOf(seconds)
        .setScale(4, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
