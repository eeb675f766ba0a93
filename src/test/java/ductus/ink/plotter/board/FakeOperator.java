package ductus.ink.plotter.board;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** An operator who does as a test wants. */
final class FakeOperator implements PlotOperator {
  final List<String> heard = new ArrayList<>();
  private final BooleanSupplier stopping;
  private final BooleanSupplier signed;

  FakeOperator(BooleanSupplier stopping, BooleanSupplier signed) {
    this.stopping = stopping;
    this.signed = signed;
  }

  static FakeOperator patient() {
    return new FakeOperator(() -> false, () -> false);
  }

  @Override
  public void say(String line) {
    heard.add(line);
  }

  @Override
  public void ask(String line) {
    heard.add(line);
  }

  @Override
  public void reach(long done, long total) {
    if (done > total) {
      throw new IllegalStateException(done + " of " + total);
    }
  }

  @Override
  public boolean isStopping() {
    return stopping.getAsBoolean();
  }

  @Override
  public boolean hasSigned() {
    return signed.getAsBoolean();
  }
}
