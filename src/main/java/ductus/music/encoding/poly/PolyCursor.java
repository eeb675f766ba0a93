package ductus.music.encoding.poly;

import ductus.model.Encoding;
import ductus.music.frames.Frames;

/**
 * The grammar of {@link PolyEncoding}: start, grid, then frames, each of pitches upwards and its
 * end; then the end. Tokens that the grammar does not allow leave the cursor as it is.
 */
final class PolyCursor implements Encoding.Cursor {
  private enum Slot {
    START,
    GRID,
    BODY,
    ENDED
  }

  private final FrameDraft draft = new FrameDraft();
  private final PolyFeatures features = new PolyFeatures(draft);
  private Slot slot = Slot.START;
  private int grid = Frames.GRIDS.get(0);

  @Override
  public void features(int[] into) {
    int place =
        switch (slot) {
          case START -> 0;
          case GRID -> 1;
          case BODY, ENDED -> 2;
        };
    features.write(place, into);
  }

  /** Number of side features a step, once some were written. */
  int featureCount() {
    return features.count();
  }

  /** Number of rows of the table for the side features. */
  int tableRows() {
    return features.tableRows();
  }

  @Override
  public boolean allows(int token) {
    return switch (slot) {
      case START -> token == PolyVocabulary.START;
      case GRID -> PolyVocabulary.isGrid(token);
      case BODY -> allowsInBody(token);
      case ENDED -> false;
    };
  }

  private boolean allowsInBody(int token) {
    if (token == PolyVocabulary.END) {
      return draft.count() == 0 && draft.history().size() > 0;
    }
    return token == PolyVocabulary.END_OF_FRAME
        || (PolyVocabulary.isPitch(token) && PolyVocabulary.pitch(token) > draft.last());
  }

  @Override
  public void accept(int token) {
    if (!allows(token)) {
      return;
    }
    switch (slot) {
      case START -> slot = Slot.GRID;
      case GRID -> {
        grid = PolyVocabulary.stepsPerQuarter(token);
        slot = Slot.BODY;
      }
      case BODY -> acceptInBody(token);
      case ENDED -> throw new IllegalStateException("nothing is allowed after the end");
    }
  }

  private void acceptInBody(int token) {
    if (token == PolyVocabulary.END) {
      slot = Slot.ENDED;
    } else if (token == PolyVocabulary.END_OF_FRAME) {
      draft.end();
    } else {
      draft.add(PolyVocabulary.pitch(token));
    }
  }

  @Override
  public boolean ended() {
    return slot == Slot.ENDED;
  }

  /** Number of steps a quarter note, the coarsest before the header names them. */
  int stepsPerQuarter() {
    return grid;
  }
}
