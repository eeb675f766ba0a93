package ductus.music.touch;

import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.drums.Drum;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The grammar of {@link TouchEncoding} and the side features of each token: those of the note that
 * is played next, and what was drawn before.
 */
final class TouchCursor implements Encoding.Cursor {
  private static final int LOUDNESSES = TouchClasses.LOUDNESSES;
  private static final int SHIFTS = TouchClasses.SHIFTS;

  /** How many values each feature has that depends on what was drawn, in their order. */
  private static final int[] SIZES = {
    2, // whether loudness or shift is next
    LOUDNESSES, // of this note, where its shift is next
    LOUDNESSES, // of the note before
    LOUDNESSES, // of the highest note of the onset before
    LOUDNESSES, // of the lowest
    LOUDNESSES, // of the last note in this role: of this drum, or the highest, lowest, inner ones
    LOUDNESSES, // of this role at this place a bar ago
    SHIFTS, // of the note before
    SHIFTS, // of the first note struck together with this one
    SHIFTS, // of the last stroke of this drum
    SHIFTS, // of this drum at this place a bar ago
  };

  /** Side features a step. */
  static final int FEATURES = WrittenFeatures.COUNT + SIZES.length;

  private static final int[] TABLE_START = tableStarts();

  /** Roles of notes with pitches, behind the drums. */
  private static final int HIGHEST = Drum.ALL.size();

  private static final int LOWEST = HIGHEST + 1;
  private static final int INNER = HIGHEST + 2;
  private static final int ROLES = HIGHEST + 3;

  /** A role at a place of a bar. */
  private record Spot(int bar, int step, int role) {}

  private final Player player;
  private final List<WrittenNote> notes;
  private final WrittenFeatures written;
  private final int[] loudnesses;
  private final int[] shifts;
  private final int[] lastLoudness = new int[ROLES];
  private final int[] lastShift = new int[ROLES];

  /** The note of a role that was played last at a place. */
  private final Map<Spot, Integer> played = new HashMap<>();

  /** The note that is played next. */
  private int note;

  private boolean begun;
  private boolean shiftNext;
  private boolean ended;

  TouchCursor(Player player, List<WrittenNote> notes, WrittenFeatures written) {
    this.player = player;
    this.notes = notes;
    this.written = written;
    loudnesses = new int[notes.size()];
    shifts = new int[notes.size()];
    Arrays.fill(shifts, Sequence.NONE);
    Arrays.fill(lastLoudness, Sequence.NONE);
    Arrays.fill(lastShift, Sequence.NONE);
  }

  /** Size of the table that all side features index. */
  static int tableSize() {
    return TABLE_START[FEATURES];
  }

  private static int[] tableStarts() {
    int[] starts = new int[FEATURES + 1];
    for (int f = 0; f < FEATURES; f++) {
      int size =
          f < WrittenFeatures.COUNT ? WrittenFeatures.size(f) : SIZES[f - WrittenFeatures.COUNT];
      starts[f + 1] = starts[f] + size;
    }
    return starts;
  }

  @Override
  public void features(int[] into) {
    Arrays.fill(into, 0, FEATURES, Sequence.NONE);
    if (!begun || note == notes.size()) {
      return;
    }
    written.copy(note, into);
    drawn(into);
    for (int f = 0; f < FEATURES; f++) {
      if (into[f] != Sequence.NONE) {
        into[f] += TABLE_START[f];
      }
    }
  }

  private void drawn(int[] into) {
    int at = WrittenFeatures.COUNT;
    int role = role(note);
    int before = written.first(note) - 1;
    int barAgo = played.getOrDefault(spot(note, 1), Sequence.NONE);
    into[at++] = shiftNext ? 1 : 0;
    into[at++] = shiftNext ? loudnesses[note] : Sequence.NONE;
    into[at++] = note == 0 ? Sequence.NONE : loudnesses[note - 1];
    into[at++] = before < 0 ? Sequence.NONE : loudnesses[before];
    into[at++] = before < 0 ? Sequence.NONE : loudnesses[written.first(before)];
    into[at++] = lastLoudness[role];
    into[at++] = barAgo == Sequence.NONE ? Sequence.NONE : loudnesses[barAgo];
    into[at++] = note == 0 ? Sequence.NONE : shifts[note - 1];
    into[at++] = written.first(note) == note ? Sequence.NONE : shifts[written.first(note)];
    into[at++] = lastShift[role];
    into[at] = barAgo == Sequence.NONE ? Sequence.NONE : shifts[barAgo];
  }

  /** What a note is among those struck with it; one alone is the highest. */
  private int role(int each) {
    if (player == Player.DRUMMER) {
      return Drum.of(notes.get(each).pitch()).map(Drum::ordinal).orElse(INNER);
    }
    if (written.last(each) == each) {
      return HIGHEST;
    }
    return written.first(each) == each ? LOWEST : INNER;
  }

  private Spot spot(int each, int barsAgo) {
    WrittenNote.BarPlace place = notes.get(each).place();
    return new Spot(place.bar() - barsAgo, place.step(), role(each));
  }

  @Override
  public boolean allows(int token) {
    if (ended) {
      return false;
    }
    if (!begun) {
      return token == TouchEncoding.START;
    }
    if (note == notes.size()) {
      return token == TouchEncoding.END;
    }
    int from = shiftNext ? TouchEncoding.FIRST_SHIFT : TouchEncoding.FIRST_LOUDNESS;
    return token >= from && token < from + (shiftNext ? SHIFTS : LOUDNESSES);
  }

  @Override
  public void accept(int token) {
    if (!allows(token)) {
      return;
    }
    if (token == TouchEncoding.START) {
      begun = true;
    } else if (token == TouchEncoding.END) {
      ended = true;
    } else if (shiftNext) {
      shifts[note] = token - TouchEncoding.FIRST_SHIFT;
      lastShift[role(note)] = shifts[note];
      next();
    } else {
      loudnesses[note] = token - TouchEncoding.FIRST_LOUDNESS;
      lastLoudness[role(note)] = loudnesses[note];
      shiftNext = player.isTimed();
      if (!shiftNext) {
        next();
      }
    }
  }

  private void next() {
    played.put(spot(note, 0), note);
    shiftNext = false;
    note++;
  }

  @Override
  public boolean ended() {
    return ended;
  }
}
