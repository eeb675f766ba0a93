package ductus.music.encoding.poly;

import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.frames.Frame;
import ductus.music.frames.Frames;
import java.util.ArrayList;
import java.util.List;

/**
 * Polyphony note by note: inside a frame its pitches upwards, then the end of the frame. So the
 * probabilities of a frame's tokens multiply to that of a chord, and those of all chords add up to
 * one.
 *
 * <p>A header says the grid. All of a piece comes back exactly.
 */
public final class PolyEncoding implements Encoding<Frames> {
  /** Name of this encoding in model files. */
  public static final String NAME = "poly";

  /** Place of the grid among the tokens, behind the start. */
  public static final int GRID_SLOT = 1;

  /** Place of the first frame's first token. */
  public static final int FIRST_FRAME = 2;

  private static final int MOST_FEATURES = 128;
  private static final EncodingShape SHAPE;

  static {
    PolyCursor cursor = new PolyCursor();
    cursor.features(new int[MOST_FEATURES]);
    SHAPE =
        new EncodingShape(NAME, 1, PolyVocabulary.SIZE, cursor.tableRows(), cursor.featureCount());
  }

  @Override
  public EncodingShape shape() {
    return SHAPE;
  }

  @Override
  public String describe(int token) {
    return PolyVocabulary.describe(token);
  }

  @Override
  public Encoding.Cursor cursor() {
    return new PolyCursor();
  }

  @Override
  public int[] tokens(Frames piece) {
    if (piece.length() == 0) {
      throw new IllegalArgumentException("a piece must have a frame but has none");
    }
    int count = 3 + piece.length() + piece.steps().stream().mapToInt(Frame::size).sum();
    int[] tokens = new int[count];
    tokens[0] = PolyVocabulary.START;
    tokens[GRID_SLOT] = PolyVocabulary.gridToken(piece.stepsPerQuarter());
    int t = FIRST_FRAME;
    for (Frame frame : piece.steps()) {
      for (int pitch = frame.lowest(); pitch != Frame.NONE; pitch = frame.above(pitch)) {
        tokens[t++] = PolyVocabulary.pitchToken(pitch);
      }
      tokens[t++] = PolyVocabulary.END_OF_FRAME;
    }
    tokens[t] = PolyVocabulary.END;
    return tokens;
  }

  @Override
  public Frames decode(Sequence sequence) {
    PolyCursor cursor = new PolyCursor();
    List<Frame> steps = new ArrayList<>();
    Frame frame = Frame.SILENT;
    for (int t = 0; t < sequence.length(); t++) {
      int token = sequence.token(t);
      if (!cursor.allows(token)) {
        continue;
      }
      if (PolyVocabulary.isPitch(token)) {
        frame = frame.with(PolyVocabulary.pitch(token));
      } else if (token == PolyVocabulary.END_OF_FRAME) {
        steps.add(frame);
        frame = Frame.SILENT;
      }
      cursor.accept(token);
    }
    if (!frame.isSilent()) {
      steps.add(frame);
    }
    return new Frames(cursor.stepsPerQuarter(), steps);
  }
}
