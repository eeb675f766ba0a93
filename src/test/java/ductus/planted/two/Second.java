package ductus.planted.two;

import ductus.planted.one.First;
import java.util.List;

/** Uses a class that uses it: a circle for the floors' test to find. */
public record Second(List<First> firsts) {
  public Second {
    firsts = List.copyOf(firsts);
  }

  /** How many there are in all, those of those included. */
  public int count() {
    return firsts.stream().mapToInt(first -> 1 + first.second().count()).sum();
  }
}
