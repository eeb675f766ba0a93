package ductus.bench.side;

import ductus.bench.contender.Workload;
import java.util.Set;
import java.util.function.Function;

/**
 * One side of the comparison, ready to be started.
 *
 * @param name short, for tables
 * @param description with versions
 * @param cells kinds of recurrent layers that it has
 * @param program starts its program for a workload
 */
public record Side(
    String name,
    String description,
    Set<String> cells,
    Function<Workload, ProcessBuilder> program) {
  public Side {
    cells = Set.copyOf(cells);
  }
}
