package ductus.music.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * Notes of a part that follow one another.
 *
 * @param sounds by onset; none overlaps the next
 */
public record NotatedVoice(List<Sound> sounds) {
  /**
   * Notes that begin and end together.
   *
   * @param onset units from the start of the piece
   * @param end above the onset
   * @param pitches MIDI key numbers, ascending, each once
   */
  public record Sound(long onset, long end, List<Integer> pitches) {
    public Sound {
      pitches = List.copyOf(pitches);
    }
  }

  public NotatedVoice {
    sounds = List.copyOf(sounds);
  }

  /**
   * Returns the signs of each bar, filled up with rests.
   *
   * @param bars of the whole piece
   * @param cuts units from the start of the piece at which a note that sounds on is tied
   */
  public List<List<NotatedEvent>> pieces(List<NotatedBar> bars, NavigableSet<Long> cuts) {
    List<List<NotatedEvent>> pieces = new ArrayList<>(bars.size());
    int next = 0;
    for (NotatedBar bar : bars) {
      List<NotatedEvent> ofBar = new ArrayList<>();
      long at = bar.start();
      while (at < bar.end()) {
        while (next < sounds.size() && sounds.get(next).end() <= at) {
          next++;
        }
        Sound sound = next < sounds.size() ? sounds.get(next) : null;
        long end;
        if (sound == null || sound.onset() > at) {
          end = Math.min(bar.end(), sound == null ? bar.end() : sound.onset());
          end = cut(cuts, at, end);
          add(ofBar, bar, at, end, List.of(), false, false);
        } else {
          end = cut(cuts, at, Math.min(bar.end(), sound.end()));
          add(ofBar, bar, at, end, sound.pitches(), at > sound.onset(), end < sound.end());
        }
        at = end;
      }
      pieces.add(List.copyOf(ofBar));
    }
    return pieces;
  }

  private static long cut(NavigableSet<Long> cuts, long at, long end) {
    Long cut = cuts.higher(at);
    return cut == null ? end : Math.min(cut, end);
  }

  private static void add(
      List<NotatedEvent> pieces,
      NotatedBar bar,
      long from,
      long to,
      List<Integer> pitches,
      boolean tiedBefore,
      boolean tiedAfter) {
    int at = (int) (from - bar.line());
    int end = (int) (to - bar.line());
    boolean sounds = !pitches.isEmpty();
    boolean before = tiedBefore;
    for (NoteValue value : NotatedEvent.values(bar, at, end)) {
      at += value.units();
      pieces.add(
          new NotatedEvent(
              at - value.units(), value, pitches, before, sounds && (at < end || tiedAfter)));
      before = sounds;
    }
  }
}
