package ductus.same;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Runs the commands of the table on one machine after another, each a process of its own, and
 * compares all that they make with what the first one makes: {@code SameBytes VARIATION...}, all
 * without any. {@code -Dsame.commands=NAME,...} has only some run.
 */
final class SameBytes {
  private final Path folder;
  private final List<String> names;
  private final Path in;

  /** What the first variation made that has vectors, or has none. */
  private final Map<Boolean, SortedMap<String, String>> first = new TreeMap<>();

  private int compared;

  /**
   * @param folder that is empty
   * @param names of commands to run
   */
  SameBytes(Path folder, List<String> names) throws IOException {
    this.folder = folder;
    this.names = names;
    in = folder.resolve("in");
    SameInputs.make(in);
  }

  /** Ends with status 1 where bytes differ. */
  public static void main(String[] arguments) throws Exception {
    List<Variation> variations = new ArrayList<>(List.of(Variation.of("")));
    if (arguments.length == 0) {
      variations.addAll(Machines.all());
    }
    for (String argument : arguments) {
      variations.add(Variation.of(argument));
    }
    List<String> names =
        System.getProperty("same.commands") == null
            ? SameCommand.all().stream().map(SameCommand::name).toList()
            : List.of(System.getProperty("same.commands").split(",", -1));
    SameBytes same = new SameBytes(Files.createTempDirectory("ductus-same"), names);
    boolean differs = false;
    for (Variation variation : variations) {
      long begin = System.nanoTime();
      List<String> found = same.differences(variation);
      System.out.println(
          variation
              + ": "
              + same.compared
              + " files, "
              + found.size()
              + " differ, "
              + (System.nanoTime() - begin) / 1_000_000_000
              + " s");
      found.forEach(difference -> System.out.println("  " + difference));
      differs |= !found.isEmpty();
    }
    if (differs) {
      System.out.println("All of it is in " + same.folder);
    } else {
      remove(same.folder);
    }
    System.exit(differs ? 1 : 0);
  }

  /**
   * Runs all commands as on a machine.
   *
   * @return the files that are not as the first machine made them, and the commands that failed
   */
  List<String> differences(Variation variation) throws IOException, InterruptedException {
    Path place = Files.createDirectories(folder.resolve(String.valueOf(number())));
    Path work = Files.createDirectories(place.resolve(variation.folder()));
    Files.createDirectories(work.resolve("out"));
    SameInputs.copy(in, work.resolve("in"));
    List<String> found = new ArrayList<>();
    String failed = run(variation, place, work);
    failed.lines().forEach(found::add);
    SortedMap<String, String> digests = FileDigests.of(work.resolve("out"), work);
    SortedMap<String, String> wanted = first.putIfAbsent(variation.hasVectors(), digests);
    compared = digests.size();
    if (wanted != null) {
      TreeSet<String> names = new TreeSet<>(digests.keySet());
      names.addAll(wanted.keySet());
      for (String name : names) {
        if (!wanted.containsKey(name)) {
          found.add(name + " is new");
        } else if (!digests.containsKey(name)) {
          found.add(name + " is missing");
        } else if (!digests.get(name).equals(wanted.get(name)) && !variation.mayDiffer(name)) {
          found.add(name);
        }
      }
    }
    if (found.isEmpty() && wanted != null) {
      remove(place);
    }
    return found;
  }

  private long number() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  private String run(Variation variation, Path place, Path work)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(variation.command());
    command.add(SameRun.class.getName());
    command.add(String.valueOf(variation.threads()));
    command.addAll(names);
    Path said = place.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("LC_ALL", variation.lang());
    // Within the folder: what is not UTF-8 could not read its name there.
    builder.environment().put("DUCTUS_CACHE", "cache");
    builder.environment().put("DUCTUS_DATA", "data");
    builder.environment().put("DUCTUS_CONFIG", "");
    builder.environment().remove("DUCTUS_OPTIONS");
    Process process = builder.start();
    try {
      int status = process.waitFor();
      return status == 0 ? "" : Files.readString(said, StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
