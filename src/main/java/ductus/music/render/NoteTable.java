package ductus.music.render;

import ductus.music.Note;
import ductus.music.NoteName;
import ductus.music.Score;
import ductus.music.TempoMap;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes the notes of a score as a table of comma-separated values (RFC 4180): one header line,
 * then one line a note, each ended by CR LF. Seconds have six decimals. Names are scientific (key
 * 60 is C4) with sharps; tracks and channels count from 0.
 */
public final class NoteTable {
  private static final String HEADER =
      "onset_ticks,onset_seconds,duration_ticks,duration_seconds,"
          + "pitch,name,velocity,channel,track\r\n";

  private NoteTable() {}

  /** Writes the table of a score. No field needs quotes. */
  public static String csv(Score score) {
    TempoMap tempo = new TempoMap(score);
    StringBuilder table = new StringBuilder(HEADER);
    for (Note note : score.notes()) {
      double onset = tempo.seconds(note.onset());
      table.append(note.onset()).append(',');
      table.append(decimal(onset)).append(',');
      table.append(note.duration()).append(',');
      table.append(decimal(tempo.seconds(note.end()) - onset)).append(',');
      table.append(note.pitch()).append(',');
      table.append(NoteName.of(note.pitch())).append(',');
      table.append(note.velocity()).append(',');
      table.append(note.channel()).append(',');
      table.append(note.track()).append("\r\n");
    }
    return table.toString();
  }

  private static String decimal(double seconds) {
    return BigDecimal.valueOf(seconds).setScale(6, RoundingMode.HALF_UP).toPlainString();
  }
}
