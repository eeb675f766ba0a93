package ductus.music.musicxml.read;

import ductus.music.TimeSignature;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The signs of a measure that hold for all parts: metre, repeats, endings, jumps. */
final class MeasureSigns {
  /** Where a jump goes back to. */
  enum Jump {
    NONE,
    DA_CAPO,
    DAL_SEGNO
  }

  /** Number of the measure as the file says it. */
  String number = "";

  /** The metre that begins here, if one does. */
  @Nullable TimeSignature metre;

  boolean repeatStart;

  /** How often what ends here is played; 0 if no repeat ends here. */
  int passes;

  /** Numbers of the ending that begins here; none if none does. */
  final TreeSet<Integer> endings = new TreeSet<>();

  /** Whether the bracket of an ending ends here. */
  boolean endingStops;

  boolean segno;
  boolean coda;
  boolean fine;
  boolean toCoda;
  Jump jump = Jump.NONE;
}
