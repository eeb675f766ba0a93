package ductus.studio.collection;

import ductus.music.Instruments;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import java.util.Comparator;
import java.util.List;

/**
 * A voice of a score: the notes of one channel in one track.
 *
 * @param track index in the file
 * @param channel 0 to 15
 * @param program General MIDI program that it begins with
 * @param name of its track, or of its instrument
 * @param drum whether its notes are drum strokes
 */
public record ScoreVoice(int track, int channel, int program, String name, boolean drum) {
  private static final int LONGEST_NAME = 60;
  private static final String DRUMS = "Drums";

  /** The voices that have notes, by track and channel. */
  public static List<ScoreVoice> of(Score score) {
    record Place(int track, int channel) {}
    return score.notes().stream()
        .map(note -> new Place(note.track(), note.channel()))
        .distinct()
        .sorted(Comparator.comparingInt(Place::track).thenComparingInt(Place::channel))
        .map(place -> voice(score, place.track(), place.channel()))
        .toList();
  }

  private static ScoreVoice voice(Score score, int track, int channel) {
    boolean drum = channel == Note.DRUM_CHANNEL;
    int program =
        score.programs().stream()
            .filter(change -> change.channel() == channel)
            .mapToInt(Score.ProgramChange::program)
            .findFirst()
            .orElse(0);
    String name =
        score.texts().stream()
            .filter(text -> text.track() == track && text.kind() == TextEvent.Kind.TRACK_NAME)
            .map(text -> text.text().strip())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(drum ? DRUMS : Instruments.name(program));
    String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    return new ScoreVoice(track, channel, program, shown, drum);
  }

  /** The number of a note's voice among those of its score, from 0. */
  public static int numberOf(Note note, List<ScoreVoice> voices) {
    for (int i = 0; i < voices.size(); i++) {
      if (voices.get(i).track() == note.track() && voices.get(i).channel() == note.channel()) {
        return i;
      }
    }
    return 0;
  }
}
