package ductus.music.musicxml.read;

import ductus.music.TimeSignature;
import ductus.music.musicxml.read.PlayOrder.Played;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long the measures of a score are, in ticks of its scale, and the metres that they are in. */
final class MeasureLengths {
  private static final TimeSignature COMMON_TIME = new TimeSignature(0, 4, 4);

  private final WrittenScore written;
  private final List<Long> lengths = new ArrayList<>();
  private final List<TimeSignature> metres = new ArrayList<>();

  MeasureLengths(WrittenScore written) {
    this.written = written;
    for (int i = 0; i < written.signs.size(); i++) {
      long length = 0;
      for (WrittenPart part : written.parts.values()) {
        if (i < part.measures.size()) {
          WrittenMeasure measure = part.measures.get(i);
          long factor = written.scale.perQuarter() / measure.ticksPerQuarter();
          length = Math.max(length, measure.length() * factor);
        }
      }
      lengths.add(length);
    }
    TimeSignature metre = usual();
    for (int i = 0; i < lengths.size(); i++) {
      TimeSignature begins = written.signs.get(i).metre;
      metre = begins == null ? metre : begins;
      metres.add(metre);
      if (lengths.get(i) == 0) {
        lengths.set(i, full(metre));
      }
    }
  }

  /** Length of a measure: of what is in it, or of its metre if nothing is. */
  long of(int measure) {
    return lengths.get(measure);
  }

  /** Length of the rest before a first measure that is a pickup; else 0. */
  long pickup(int first) {
    long missing = full(metres.get(first)) - lengths.get(first);
    if (missing <= 0 || first + 1 >= lengths.size()) {
      return 0;
    }
    // A first measure that a new metre cuts short is none, unless it is counted as one.
    boolean isPickup =
        written.signs.get(first).number.equals("0")
            || metres.get(first).sameMetre(metres.get(first + 1));
    return isPickup ? missing : 0;
  }

  /**
   * The metres in the course in which the measures are played, in ticks of the score. One that goes
   * on begins anew where a measure does not fill it, unless the next one is the rest of it.
   *
   * @param starts ticks at which the played measures begin
   */
  List<TimeSignature> metres(List<Played> played, List<Long> starts) {
    List<TimeSignature> changes = new ArrayList<>();
    TimeSignature metre = COMMON_TIME;
    long origin = 0;
    for (int i = 0; i < played.size(); i++) {
      int measure = played.get(i).measure();
      TimeSignature here = metres.get(measure);
      long start = i == 0 ? 0 : starts.get(i);
      long full = full(metre);
      long within = (start - origin) % full;
      boolean goesOn =
          !changes.isEmpty()
              && here.sameMetre(metre)
              && (within == 0 || within + lengths.get(measure) <= full);
      if (!goesOn) {
        metre = here;
        origin = start;
        changes.add(
            new TimeSignature(written.scale.ofScore(start), here.numerator(), here.denominator()));
      }
    }
    return changes;
  }

  /** The metre of a score that says none: that of most of its measures. */
  private TimeSignature usual() {
    Map<Long, Integer> counts = new TreeMap<>();
    lengths.forEach(length -> counts.merge(length, length == 0 ? 0 : 1, Integer::sum));
    long usual =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0L);
    for (int denominator = 4; denominator <= 32 && usual > 0; denominator *= 2) {
      long beat = 4 * written.scale.perQuarter() / denominator;
      if (usual % beat == 0 && usual / beat <= 64) {
        return new TimeSignature(0, (int) (usual / beat), denominator);
      }
    }
    return COMMON_TIME;
  }

  private long full(TimeSignature metre) {
    return Math.max(1, 4 * written.scale.perQuarter() * metre.numerator() / metre.denominator());
  }
}
