package ductus.music.abc;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import java.util.List;

/**
 * What a list of tunes says of each.
 *
 * @param title or empty
 * @param lowest pitch of the melody, a MIDI key number
 * @param highest pitch of the melody, a MIDI key number
 * @param bars as played, the pickup's and the last included
 * @param chordSymbols in their order
 */
public record TuneOutline(
    String title, int lowest, int highest, int bars, List<String> chordSymbols) {
  public TuneOutline {
    chordSymbols = List.copyOf(chordSymbols);
  }

  /** The outline of a score that {@link AbcReader} made. */
  public static TuneOutline of(Score score) {
    List<Integer> pitches =
        score.notes().stream().filter(note -> note.track() == 1).map(Note::pitch).sorted().toList();
    String title =
        score.texts().stream()
            .filter(text -> text.track() == 0 && text.kind() == TextEvent.Kind.TRACK_NAME)
            .map(TextEvent::text)
            .findFirst()
            .orElse("");
    return new TuneOutline(
        title,
        pitches.isEmpty() ? 0 : pitches.get(0),
        pitches.isEmpty() ? 0 : pitches.get(pitches.size() - 1),
        Bar.layOut(score.timeSignatures(), score.ticksPerQuarter(), score.length()).size(),
        score.texts().stream()
            .filter(text -> text.track() == 2 && text.kind() == TextEvent.Kind.TEXT)
            .map(TextEvent::text)
            .toList());
  }
}
