package ductus.music.touch;

import ductus.model.Encoding;
import ductus.model.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The touch of one part as tokens: start, for each note its loudness and, of drummers, its shift,
 * then the end. What is written is known beforehand and stands beside the tokens, so an encoding is
 * that of one part.
 */
public final class TouchEncoding implements Encoding<List<PlayedNote>> {
  static final int START = 0;
  static final int END = 1;
  static final int FIRST_LOUDNESS = 2;
  static final int FIRST_SHIFT = FIRST_LOUDNESS + TouchClasses.LOUDNESSES;

  private static final int VERSION = 1;

  private final Player player;
  private final List<WrittenNote> notes;
  private final WrittenFeatures written;

  /**
   * An encoding of the touch of a part.
   *
   * @param notes by step, then pitch; none for the encoding's shape alone
   */
  public TouchEncoding(Player player, List<WrittenNote> notes) {
    for (int i = 1; i < notes.size(); i++) {
      WrittenNote before = notes.get(i - 1);
      WrittenNote note = notes.get(i);
      if (note.step() < before.step()
          || (note.step() == before.step() && note.pitch() < before.pitch())) {
        throw new IllegalArgumentException(
            "notes must be in order of step and pitch but " + note + " follows " + before);
      }
    }
    this.player = player;
    this.notes = List.copyOf(notes);
    written = new WrittenFeatures(player, this.notes);
  }

  @Override
  public EncodingShape shape() {
    return new EncodingShape(
        player.encoding(),
        VERSION,
        player.isTimed() ? FIRST_SHIFT + TouchClasses.SHIFTS : FIRST_SHIFT,
        TouchCursor.tableSize(),
        TouchCursor.FEATURES);
  }

  @Override
  public String describe(int token) {
    if (token <= END) {
      return token == START ? "start" : "end";
    }
    return token < FIRST_SHIFT
        ? String.format(Locale.ROOT, "%+.0f", TouchClasses.loudness(token - FIRST_LOUDNESS))
        : String.format(Locale.ROOT, "%+.0f ms", TouchClasses.shift(token - FIRST_SHIFT));
  }

  /** Whether a token says how loud a note is. */
  public static boolean isLoudness(int token) {
    return token >= FIRST_LOUDNESS && token < FIRST_SHIFT;
  }

  /** Whether a token says how early or late a note is. */
  public static boolean isShift(int token) {
    return token >= FIRST_SHIFT;
  }

  @Override
  public int[] tokens(List<PlayedNote> part) {
    if (part.size() != notes.size()) {
      throw new IllegalArgumentException(
          "notes must be %d but were %d".formatted(notes.size(), part.size()));
    }
    int perNote = player.isTimed() ? 2 : 1;
    int[] tokens = new int[2 + perNote * part.size()];
    int at = 0;
    tokens[at++] = START;
    for (PlayedNote note : part) {
      tokens[at++] = FIRST_LOUDNESS + TouchClasses.ofLoudness(note.loudness());
      if (player.isTimed()) {
        tokens[at++] = FIRST_SHIFT + TouchClasses.ofShift(note.shift());
      }
    }
    tokens[at] = END;
    return tokens;
  }

  /** The touch in the middle of each class; notes that are not played yet are left out. */
  @Override
  public List<PlayedNote> decode(Sequence sequence) {
    List<PlayedNote> part = new ArrayList<>();
    double loudness = 0;
    for (int t = 0; t < sequence.length() && part.size() < notes.size(); t++) {
      int token = sequence.token(t);
      if (isLoudness(token)) {
        loudness = TouchClasses.loudness(token - FIRST_LOUDNESS);
      }
      if (player.isTimed() ? isShift(token) : isLoudness(token)) {
        double shift = player.isTimed() ? TouchClasses.shift(token - FIRST_SHIFT) : 0;
        part.add(new PlayedNote(notes.get(part.size()), loudness, shift));
      }
    }
    return List.copyOf(part);
  }

  @Override
  public Cursor cursor() {
    return new TouchCursor(player, notes, written);
  }
}
