package ductus.lab.reservoir;

import java.util.List;

/** What the examination of reservoirs is asked to do. */
public record ReservoirSettings(List<ReservoirSweep> sweeps) {
  public ReservoirSettings {
    sweeps = List.copyOf(sweeps);
  }
}
