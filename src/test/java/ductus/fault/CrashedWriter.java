package ductus.fault;

import ductus.cli.CommandRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that writes, and what a user does next when the disk is well again.
 *
 * @param name of it
 * @param before makes what is there at the beginning
 * @param differing a pattern of names of files that tell when they were written, or how fast
 * @param optional whether it may leave out what finds no room, and say nothing
 * @param patience how many times fewer operations are tried where not all are; 0 for none, and less
 *     for a writer that is tried where it is named only
 */
record CrashedWriter(
    String name,
    Step before,
    Step write,
    Step goOn,
    String differing,
    boolean optional,
    int patience) {
  private static final String NOTHING = "-";

  /** One that differs in nothing, and must write all. */
  CrashedWriter(String name, Step before, Step write, Step goOn) {
    this(name, before, write, goOn, NOTHING, false, 1);
  }

  /** Something that is done in a folder. */
  @FunctionalInterface
  interface Step {
    /** Does it; the answer is a complaint, empty where all went well. */
    String in(Path work) throws Exception;
  }

  static final Step NONE = work -> "";

  static List<CrashedWriter> all() {
    return Stream.of(
            TrainingWriters.all(), CommandWriters.all(), HandWriters.all(), StudioWriters.all())
        .flatMap(List::stream)
        .toList();
  }

  /** A command that a user gives again as it was. */
  static CrashedWriter again(String name, String command) {
    return again(name, NONE, command);
  }

  static CrashedWriter again(String name, Step before, String command) {
    return new CrashedWriter(name, before, command(command), command(command));
  }

  CrashedWriter differingIn(String pattern) {
    return new CrashedWriter(name, before, write, goOn, pattern, optional, patience);
  }

  CrashedWriter goingOn(Step other) {
    return new CrashedWriter(name, before, write, other, differing, optional, patience);
  }

  CrashedWriter ifThereIsRoom() {
    return new CrashedWriter(name, before, write, goOn, differing, true, patience);
  }

  /** Tried at so many times fewer operations, or not at all, where not all are. */
  CrashedWriter seldom(int times) {
    return new CrashedWriter(name, before, write, goOn, differing, optional, times);
  }

  /** Tried where it is named only: it takes a minute and more. */
  CrashedWriter ifNamed() {
    return seldom(-1);
  }

  boolean differs(String file) {
    return file.matches(differing);
  }

  /** Beside the folder of a try: what each try uses and none changes. */
  static Path given(Path work, String name) {
    return work.resolveSibling(name);
  }

  /**
   * A command.
   *
   * @param line its words; {@code WORK} is the folder of a try, {@code GIVEN} that beside it
   */
  static Step command(String line) {
    return work -> {
      CommandRun run =
          CommandRun.of(
              Arrays.stream(line.split(" ", -1))
                  .map(word -> word.replace("WORK", work.toString()))
                  .map(word -> word.replace("GIVEN", String.valueOf(work.getParent())))
                  .toArray());
      return run.status() == 0 ? "" : run.err().strip();
    };
  }
}
