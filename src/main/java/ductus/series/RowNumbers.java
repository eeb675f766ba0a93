package ductus.series;

/** The axis of rows without times, which are counted from 1. */
record RowNumbers(int length) implements TimeAxis {
  @Override
  public String name() {
    return "row";
  }

  @Override
  public String label(int step) {
    return Integer.toString(step + 1);
  }
}
