package ductus.fault;

/** The machine is off: nothing that was under way goes on. */
final class PowerLoss extends Error {
  private static final long serialVersionUID = 1L;

  PowerLoss(DiskOperation operation) {
    super("no power at " + operation, null, false, false);
  }
}
