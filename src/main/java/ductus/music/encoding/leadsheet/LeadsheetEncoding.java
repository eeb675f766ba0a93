package ductus.music.encoding.leadsheet;

import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.harmony.ChordChange;
import ductus.music.leadsheet.Leadsheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tune as {@link MelodyEncoding} says it, with each chord in front of the grid step from which it
 * holds: root, quality, and a bass where that is not the root.
 *
 * <p>So the tune follows the chords, which can be drawn or given. All comes back exactly but the
 * tempo.
 */
public final class LeadsheetEncoding implements Encoding<Leadsheet> {
  /** Name of this encoding in model files. */
  public static final String NAME = "leadsheet";

  private static final EncodingShape SHAPE =
      new EncodingShape(
          NAME, 2, LeadsheetVocabulary.SIZE, LeadsheetCursor.TABLE_SIZE, LeadsheetCursor.FEATURES);

  private static final MelodyEncoding MELODIES = new MelodyEncoding();

  @Override
  public EncodingShape shape() {
    return SHAPE;
  }

  @Override
  public String describe(int token) {
    return LeadsheetVocabulary.describe(token);
  }

  @Override
  public Encoding.Cursor cursor() {
    return new LeadsheetCursor();
  }

  @Override
  public int[] tokens(Leadsheet leadsheet) {
    return withChords(MELODIES.tokens(leadsheet.melody()), leadsheet.chords());
  }

  @Override
  public Leadsheet decode(Sequence sequence) {
    return decode(sequence.tokens(), sequence.length());
  }

  /**
   * Decodes tokens that are being drawn.
   *
   * @param tokens from the start token on, not modified
   * @param length only so many of them count
   */
  public Leadsheet decode(int[] tokens, int length) {
    LeadsheetCursor cursor = new LeadsheetCursor();
    List<ChordChange> chords = new ArrayList<>();
    int[] tune = new int[length];
    int tuneLength = 0;
    for (int t = 0; t < length; t++) {
      int token = tokens[t];
      if (!cursor.allows(token)) {
        continue;
      }
      if (token < MelodyVocabulary.SIZE) {
        tune[tuneLength++] = token;
      }
      cursor.accept(token);
      if (token >= MelodyVocabulary.SIZE && cursor.hasWholeChord()) {
        int last = chords.size() - 1;
        if (last >= 0 && chords.get(last).step() == cursor.steps()) {
          // The bass of a chord without.
          chords.remove(last);
        }
        chords.add(new ChordChange(cursor.steps(), cursor.chord()));
      }
    }
    Melody melody = MELODIES.decode(tune, tuneLength);
    return new Leadsheet(
        melody, chords.stream().filter(change -> change.step() < melody.steps()).toList());
  }

  /**
   * Finds where bars begin among tokens, and the place behind the last bar that is whole.
   *
   * @param tokens from the start token on
   */
  public static List<Integer> barLines(int[] tokens) {
    int[] places =
        IntStream.range(0, tokens.length).filter(t -> tokens[t] < MelodyVocabulary.SIZE).toArray();
    int[] tune = Arrays.stream(places).map(t -> tokens[t]).toArray();
    return MelodyEncoding.barLines(tune).stream().map(line -> places[line - 1] + 1).toList();
  }

  /**
   * Puts chords among the tokens of a tune, each in front of the step from which it holds.
   *
   * @param tune from the start token on, not modified
   * @param chords by step, in the tune's key; those behind the tune are left out
   */
  public static int[] withChords(int[] tune, List<ChordChange> chords) {
    List<Integer> tokens = new ArrayList<>();
    int step = 0;
    int next = 0;
    for (int token : tune) {
      if (MelodyVocabulary.takesTime(token)) {
        if (next < chords.size() && chords.get(next).step() == step) {
          for (int part : LeadsheetVocabulary.chordTokens(chords.get(next).chord())) {
            tokens.add(part);
          }
          next++;
        }
        step++;
      }
      tokens.add(token);
    }
    return tokens.stream().mapToInt(Integer::intValue).toArray();
  }
}
