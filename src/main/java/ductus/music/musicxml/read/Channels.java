package ductus.music.musicxml.read;

import ductus.music.Note;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each instrument a channel: the one that the file says if no instrument before has it, else
 * the next free one; instruments beyond those share.
 */
final class Channels {
  private static final List<Integer> PITCHED =
      List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15);

  private final Map<WrittenPart, Map<String, Integer>> byPart = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();
  private int shared;

  Channels(List<WrittenPart> parts) {
    for (WrittenPart part : parts) {
      Map<String, Integer> channels = new HashMap<>();
      part.instruments.forEach(
          (id, instrument) -> {
            if (!instrument.isDrum()) {
              channels.put(id, channel(instrument.channel()));
            }
          });
      if (part.instruments.isEmpty()) {
        channels.put("", channel(-1));
      }
      byPart.put(part, channels);
    }
  }

  /** The channels of a part's instruments by their ids; of one without instruments under "". */
  Map<String, Integer> of(WrittenPart part) {
    return byPart.getOrDefault(part, Map.of());
  }

  /** The channel of a part's first instrument that is none of drums. */
  int usual(WrittenPart part) {
    return of(part).values().stream().min(Integer::compare).orElse(Note.DRUM_CHANNEL);
  }

  /** Takes a channel for something else. */
  int free() {
    return channel(-1);
  }

  private int channel(int wanted) {
    if (wanted >= 0 && wanted != Note.DRUM_CHANNEL && used.add(wanted)) {
      return wanted;
    }
    for (int each : PITCHED) {
      if (used.add(each)) {
        return each;
      }
    }
    return PITCHED.get(shared++ % PITCHED.size());
  }
}
