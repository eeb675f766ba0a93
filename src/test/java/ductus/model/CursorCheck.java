package ductus.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whether the cursor of an encoding says while drawing what the encoding says of a whole piece. */
public final class CursorCheck {
  private CursorCheck() {}

  /**
   * Checks that a cursor goes through an encoded piece: each token is allowed, its side features
   * are those of the sequence and stand in the table, and the end of the sequence is the end.
   *
   * @param what the piece is, for messages
   */
  public static <T> void assertGoesThrough(Encoding<T> encoding, T piece, String what) {
    Sequence sequence = encoding.encode(piece);
    Encoding.Cursor cursor = encoding.cursor();
    int[] row = new int[encoding.featureCount()];
    for (int t = 0; t < sequence.length(); t++) {
      String where = what + ", token " + t;
      cursor.features(row);
      for (int f = 0; f < row.length; f++) {
        assertEquals(sequence.feature(t, f), row[f], where);
        assertTrue(row[f] >= Sequence.NONE && row[f] < encoding.featureTableSize(), where);
      }
      assertFalse(cursor.ended(), where);
      assertTrue(cursor.allows(sequence.token(t)), where);
      cursor.accept(sequence.token(t));
    }
    assertTrue(cursor.ended(), what);
  }
}
