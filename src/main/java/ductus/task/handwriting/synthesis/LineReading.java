package ductus.task.handwriting.synthesis;

import ductus.ink.Handwriting;
import java.util.List;

/** A reader of lines of ink, so that what was written can be checked. */
@FunctionalInterface
public interface LineReading {
  /**
   * The texts of lines.
   *
   * @param lines baseline at 0, x-height 1
   */
  List<String> read(List<Handwriting> lines);
}
