package ductus.lab.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.math.Randomness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssignmentRunnerTest {
  @TempDir Path folder = Path.of("");

  /** Settings of an examination that throws dice. */
  private record Dice(int throwing, List<String> names) {}

  private static final class Throwing implements Examination<Dice> {
    private final AtomicInteger thrown = new AtomicInteger();
    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch pair = new CountDownLatch(2);
    private boolean inPairs;

    @Override
    public String name() {
      return "dice";
    }

    @Override
    public String question() {
      return "how do dice fall?";
    }

    @Override
    public Class<Dice> settings() {
      return Dice.class;
    }

    @Override
    public List<String> labels() {
      return List.of("name");
    }

    @Override
    public List<TrialMetric> measures() {
      return List.of(new TrialMetric("sum", "of all dice", 0));
    }

    @Override
    public List<Trial> trials(Dice settings) {
      return settings.names().stream()
          .map(
              name ->
                  new Trial(List.of(name), name.length(), bench -> outcome(name, settings, bench)))
          .toList();
    }

    private Outcome outcome(String name, Dice settings, TrialContext bench)
        throws InterruptedException {
      begun.add(name + " " + bench.seed());
      pair.countDown();
      if (inPairs) {
        pair.await();
      }
      bench.reach(0.5, "rolling");
      var random = Randomness.of(bench.seed());
      double sum = random.ints(settings.throwing(), 1, 7).sum();
      thrown.incrementAndGet();
      return new Outcome(List.of(sum), List.of(new Curve("c", List.of(1.0), List.of(sum))));
    }

    @Override
    public byte[] picture(Dice settings, Results results) {
      return new byte[] {(byte) results.all().size()};
    }
  }

  private static class Quiet implements AssignmentRunner.Observer {
    private final List<Double> shares = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger ended = new AtomicInteger();

    @Override
    public void reached(double share, String note) {
      shares.add(share);
    }

    @Override
    public void ended(Trial trial, Result result) {
      ended.incrementAndGet();
    }

    @Override
    public void diverged(Trial trial, long seed, String why) {
      throw new AssertionError(why);
    }
  }

  private final Throwing dice = new Throwing();
  private final Quiet observer = new Quiet();

  private Assignment<Dice> assignment(int throwing, Long... seeds) {
    return new Assignment<>(
        "d",
        dice,
        new Dice(throwing, List.of("a", "b", "c")),
        List.of(seeds),
        Double.POSITIVE_INFINITY);
  }

  private AssignmentRunner.Ending run(
      Assignment<Dice> assignment, Path path, int threads, int stopAfter)
      throws BadFileException, InterruptedException, IOException {
    int before = observer.ended.get();
    return new AssignmentRunner<>(
            assignment,
            path,
            "1.0",
            threads,
            observer,
            () -> observer.ended.get() - before >= stopAfter)
        .run();
  }

  @Test
  void runsEveryTrialWithEverySeed() throws Exception {
    AssignmentRunner.Ending ending = run(assignment(3, 5L, 6L), folder, 2, 100);
    assertEquals(6, ending.done());
    assertFalse(ending.isPartial());
    assertEquals(6, ending.results().all().size());
    assertTrue(Files.readString(folder.resolve("dice.json")).contains("\"of all dice\""));
    assertArrayEquals(new byte[] {6}, Files.readAllBytes(folder.resolve("dice.svg")));
    assertFalse(Files.exists(folder.resolve("running")));
    assertTrue(observer.shares.stream().allMatch(share -> share > 0 && share <= 1));
  }

  @Test
  void beginsWithTheLongestOfTheFirstSeedWhereSeveralRunAtATime() throws Exception {
    dice.inPairs = true;
    Dice named = new Dice(1, List.of("a", "bbb", "cc"));
    run(new Assignment<>("d", dice, named, List.of(8L, 7L), 9), folder, 2, 100);
    assertEquals(Set.of("bbb 8", "cc 8"), Set.copyOf(dice.begun.subList(0, 2)));
    dice.inPairs = false;
    dice.begun.clear();
    run(new Assignment<>("d", dice, named, List.of(8L, 7L), 9), folder.resolve("one"), 1, 100);
    assertEquals(List.of("a 8", "bbb 8", "cc 8", "a 7", "bbb 7", "cc 7"), dice.begun);
  }

  @Test
  void goesOnWhereItWasStopped() throws Exception {
    AssignmentRunner.Ending stopped = run(assignment(3, 1L, 2L), folder, 1, 2);
    assertEquals(2, stopped.done());
    assertTrue(stopped.isPartial());
    AssignmentRunner.Ending whole = run(assignment(3, 1L, 2L), folder, 1, 100);
    assertEquals(6, whole.done());
    assertEquals(6, dice.thrown.get(), "no trial ran twice");
    run(assignment(3, 1L, 2L), folder.resolve("other"), 2, 100);
    for (String file : List.of("results.csv", "curves.csv")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve(file)),
          Files.readAllBytes(folder.resolve("other").resolve(file)),
          "stopped or not, on one thread or two");
    }
  }

  @Test
  void moreSeedsJoinThoseThatAreDone() throws Exception {
    run(assignment(3, 2L), folder, 1, 100);
    AssignmentRunner.Ending more = run(assignment(3, 1L, 2L), folder, 1, 100);
    assertEquals(6, dice.thrown.get());
    assertEquals(
        List.of(1L, 2L, 1L, 2L, 1L, 2L), more.results().all().stream().map(Result::seed).toList());
  }

  @Test
  void refusesAFolderWithOtherSettings() throws Exception {
    run(assignment(3, 1L), folder, 1, 100);
    BadFileException refused =
        assertThrows(BadFileException.class, () -> run(assignment(4, 1L), folder, 1, 100));
    assertTrue(
        refused.reason().contains("other settings (throwing); choose another --out"),
        refused.reason());
    Files.delete(folder.resolve("dice.json"));
    refused = assertThrows(BadFileException.class, () -> run(assignment(3, 1L), folder, 1, 100));
    assertTrue(refused.reason().contains("another examination"), refused.reason());
  }

  @Test
  void beginsNoTrialOnceTheMinutesAreOver() throws Exception {
    Assignment<Dice> brief =
        new Assignment<>("d", dice, new Dice(1, List.of("a")), List.of(1L), 1e-12);
    AssignmentRunner.Ending ending = run(brief, folder, 1, 100);
    assertEquals(0, ending.done());
    assertTrue(ending.isPartial());
  }

  @Test
  void anErrorInATrialEndsTheRun() {
    Examination<Dice> broken = new Throwing();
    Assignment<Dice> assignment =
        new Assignment<>("d", broken, new Dice(-1, List.of("a")), List.of(1L), 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new AssignmentRunner<>(assignment, folder, "1", 1, observer, () -> false).run());
  }

  @Test
  void seedsMustBeThereAndDiffer() {
    assertThrows(IllegalArgumentException.class, () -> assignment(1));
    assertThrows(IllegalArgumentException.class, () -> assignment(1, 2L, 2L));
  }
}
