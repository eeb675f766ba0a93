package ductus.cli;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.read.InkJson;
import ductus.music.hearing.WavBytes;
import ductus.run.TinyRuns;
import ductus.task.humanization.MadePerformances;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The least with which a task can be tried: some data, the options of a tiny training, and what is
 * made with the model.
 *
 * @param task name of it
 * @param source file or folder to learn from
 * @param options of a training that takes a second
 * @param other an option, with a value that the training has not
 * @param change what changes the data
 * @param use what makes something with a sidecar of the model RUN, as OUT; empty for a task that
 *     makes nothing
 */
public record TaskSample(
    String task, Path source, List<String> options, String other, Change change, List<String> use) {
  private static final Path HANDS = Path.of("corpora/hands");

  /** Changes data. */
  @FunctionalInterface
  public interface Change {
    /** Changes it. */
    void to(Path source) throws IOException;
  }

  /** The sample of a task, in a folder. */
  public static TaskSample of(String task, Path folder) throws IOException {
    return switch (task) {
      case "music" ->
          sample(task, TinyRuns.corpus(folder.resolve("tunes"), 5))
              .with("--embedding 4 --batch 4 --keys own")
              .changed(TaskSample::removeOne)
              .used("generate RUN --bars 4 --out OUT.mid");
      case "keys" ->
          sample(task, TinyRuns.corpus(folder.resolve("tunes"), 5))
              .with("--embedding 4 --batch 4 --keys own")
              .changed(TaskSample::removeOne);
      case "hands" ->
          sample(task, hands(folder))
              .with("--batches 2 --batch 2 --longest 8 --mixtures 2")
              .changed(TaskSample::removeOne);
      case "reader" ->
          sample(task, hands(folder)).with("--batches 2 --batch 2").changed(TaskSample::removeOne);
      case "tracer" ->
          sample(task, hands(folder))
              .with("--encoder 8 --variations 1 --batch 32 --mixtures 2")
              .changed(TaskSample::removeOne);
      case "listener" ->
          sample(task, abc(folder))
              .with("--layers 1 --scenes 2 --keys 1 --batch 4")
              .changed(TaskSample::removeOne);
      case "speech" ->
          sample(task, recordings(folder))
              .with("--layers 1 --batch 4")
              .changed(TaskSample::removeOne);
      case "caption" ->
          sample(task, sketches(folder))
              .with("--layers 1 --embedding 4 --batch 4")
              .changed(TaskSample::removeOne);
      case "harmony" ->
          sample(task, chords(folder))
              .with("--layers 1 --embedding 4 --batch 4")
              .changed(TaskSample::removeOne);
      case "touch" ->
          sample(task, MadePerformances.folder(folder.resolve("takes"), 4))
              .with("--embedding 4 --batch 4")
              .changed(TaskSample::removeOne)
              .used("humanise corpora/melodies/bobby-shafto.mid --pianist RUN --out OUT.mid");
      case "text" ->
          sample(task, text(folder))
              .with("--embedding 4 --batch 4")
              .changed(source -> append(source.resolve("a.txt"), "And more. ".repeat(300)))
              .used("text generate RUN --length 20 --out OUT.txt");
      case "series" ->
          sample(task, series(folder))
              .with("--window 16 --batch 16")
              .changed(source -> append(source, "1.5\n"));
      case "classifier" ->
          sample(task, labels(folder))
              .with("--of texts --embedding 4")
              .changed(source -> append(source, "never seen before,good\n"));
      case "tagger" ->
          sample(task, tags(folder))
              .with("--embedding 4")
              .changed(source -> append(source, "\nnew\tA\nword\tB\n"));
      case "translator" ->
          sample(task, pairs(folder))
              .with("--embedding 4 --batch 4")
              .changed(source -> append(source, "cc\tcccc\n"));
      default -> throw new IllegalArgumentException("no sample for the task " + task);
    };
  }

  private static TaskSample sample(String task, Path source) {
    return new TaskSample(
        task,
        source,
        List.of("--hidden", "8", "--epochs", "2", "--warmup", "1"),
        "--hidden",
        each -> {},
        List.of());
  }

  private TaskSample with(String more) {
    return new TaskSample(
        task,
        source,
        Stream.concat(options.stream(), Stream.of(more.split(" ", -1))).toList(),
        other,
        change,
        use);
  }

  private TaskSample changed(Change other) {
    return new TaskSample(task, source, options, this.other, other, use);
  }

  private TaskSample used(String command) {
    return new TaskSample(task, source, options, other, change, List.of(command.split(" ", -1)));
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, Files.readString(file) + text);
  }

  private static void removeOne(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Files.delete(files.sorted().findFirst().orElseThrow());
    }
  }

  private static Path hands(Path folder) throws IOException {
    Path hands = Files.createDirectories(folder.resolve("pens"));
    for (String name : List.of("letter", "note", "chancery")) {
      Files.copy(HANDS.resolve(name + ".json"), hands.resolve(name + ".json"));
    }
    return hands;
  }

  private static Path abc(Path folder) throws IOException {
    Path tunes = Files.createDirectories(folder.resolve("abc"));
    for (String key : List.of("C", "D", "E", "F")) {
      Files.writeString(
          tunes.resolve(key + ".abc"),
          "X:1\nT:%1$s\nM:4/4\nL:1/4\nK:%1$s\nCDEF|GABc|\n".formatted(key));
    }
    return tunes;
  }

  /** Tones that are called words, since the least that is heard is which of two it is. */
  private static Path recordings(Path folder) throws IOException {
    Path sounds = Files.createDirectories(folder.resolve("sounds"));
    for (int i = 0; i < 6; i++) {
      double pitch = (i % 2 == 0 ? 300 : 1200) + 10 * i;
      float[] tone = WavBytes.sine(pitch, 0.4, 16_000, 4_000 + 200 * i);
      Files.write(sounds.resolve(i + ".wav"), WavBytes.of(tone, 16_000));
      Files.writeString(sounds.resolve(i + ".txt"), i % 2 == 0 ? "low\n" : "high\n");
    }
    return sounds;
  }

  /** Lines that stand or lie, since the least that is seen is which of two it is. */
  private static Path sketches(Path folder) throws IOException {
    Path sketches = Files.createDirectories(folder.resolve("sketches"));
    for (int i = 0; i < 6; i++) {
      boolean upright = i % 2 == 0;
      Stroke line =
          new Stroke(
              List.of(PenPoint.at(0, i), PenPoint.at(upright ? i : 90, upright ? 90 : 2 * i)));
      Handwriting sketch =
          new Handwriting(
              List.of(line), Optional.of(upright ? "a mast" : "a plank"), Optional.empty());
      Files.writeString(sketches.resolve(i + ".json"), InkJson.write(List.of(sketch)));
    }
    return sketches;
  }

  private static Path chords(Path folder) throws IOException {
    Path tunes = Files.createDirectories(folder.resolve("tunes"));
    for (String name : List.of("bobby-shafto", "aura-lee", "bingo", "au-clair-de-la-lune")) {
      Path tune = Path.of("corpora/melodies", name + ".mid");
      if (Files.exists(tune)) {
        Files.copy(tune, tunes.resolve(name + ".mid"));
      }
    }
    return tunes;
  }

  private static Path text(Path folder) throws IOException {
    Path texts = Files.createDirectories(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), "The quick brown fox jumps over it. ".repeat(100));
    Files.writeString(texts.resolve("b.txt"), "A lazy dog sleeps in the warm sun. ".repeat(100));
    Files.writeString(texts.resolve("c.txt"), "Birds sing their songs at daybreak. ".repeat(100));
    return texts;
  }

  private static Path series(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("value\n");
    for (int t = 0; t < 80; t++) {
      rows.append(Math.rint(1000 * Math.sin(t / 3.0)) / 1000).append('\n');
    }
    return Files.writeString(folder.resolve("wave.csv"), rows);
  }

  private static Path labels(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("text,label\n");
    for (String word : "one two three four five six seven eight nine ten eleven".split(" ", -1)) {
      rows.append("a fine %s day,good%na sad %s day,bad%n".formatted(word, word));
    }
    return Files.writeString(folder.resolve("moods.csv"), rows);
  }

  private static Path tags(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder();
    String[] words = "da di do du ka ki ko ku".split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      rows.append(words[i]).append("\tA\n");
      rows.append(words[(i + 1) % words.length]).append("\tB\n");
      rows.append(words[(i + 3) % words.length]).append("\tB\n\n");
    }
    return Files.writeString(folder.resolve("tags.tsv"), rows);
  }

  private static Path pairs(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (String word : "a b c ab ba ac ca bc cb abc cab bca".split(" ", -1)) {
      rows.append(word).append('\t').append(word).append(word).append('\n');
    }
    return Files.writeString(folder.resolve("pairs.tsv"), rows);
  }
}
