package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes out, not how fast it is. */
class TilingTrialTest {
  @Test
  void comparesTheUsualCutWithOthersAndTakesOneOfThem() {
    Kernels kernels = KernelChoice.best();
    Optional<Tiling> usual = kernels.tiling();
    assumeTrue(usual.isPresent(), "kernels that do not cut products: nothing to measure");
    TilingTrial.Outcome outcome = TilingTrial.of(kernels, usual.get());
    assertEquals(usual.get(), outcome.tiles().get(0).tiling());
    List<TilingTrial.Speed> all =
        Stream.of(outcome.tiles(), outcome.rowFloats(), outcome.blocks())
            .flatMap(List::stream)
            .toList();
    assertTrue(all.stream().allMatch(each -> each.gigaflops() > 0), all::toString);
    assertTrue(
        outcome.best().equals(usual.get())
            || outcome.blocks().stream().anyMatch(each -> each.tiling().equals(outcome.best())));
    assertTrue(outcome.description().startsWith(outcome.best().description() + "; GFLOPS "));
  }
}
