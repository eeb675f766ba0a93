package ductus.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.Corpus;
import ductus.corpus.ReadingListener;
import ductus.generate.Generator;
import ductus.generate.Prompt;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.music.MelodyScore;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.midi.MidiReader;
import ductus.music.midi.MidiWriter;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.piece.MusicCorpus;
import ductus.train.BatchSource;
import ductus.train.TokenBatches;
import ductus.train.Trainer;
import ductus.train.TrainingListener;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code src/docs/library.md} shows compiles, and does what it says. */
class LibraryTest {
  private static final Path DOCUMENT = Path.of("src/docs/library.md");
  private static final Path SOURCE =
      Path.of("src/test/java", LibraryTest.class.getName().replace('.', '/') + ".java");
  private static final int MOST_LINES = 21;

  private static void learnAndCompose(Path midiFiles, Path work) throws Exception {
    // library.md begins
    MelodyEncoding encoding = new MelodyEncoding();
    var melodies = MusicCorpus.files(new MelodyKind());
    List<Sequence> tunes =
        Corpus.read(midiFiles, melodies, 2, ReadingListener.NONE).pieces().stream()
            .map(piece -> encoding.encode(piece.value().music()))
            .toList();
    List<Sequence> training = tunes.subList(1, tunes.size());
    Network network = new Network(NetworkConfig.of(encoding, 32, "lstm", 1, 64, 0.2));
    LearningRate rate = new LearningRate(0.004, 10, LearningRate.Shape.COSINE);
    TrainingPlan plan = TrainingPlan.of(20, 1, new Batching(8, 0), rate);
    BatchSource lessons = new TokenBatches(network, plan, training, tunes.subList(0, 1));
    Kernels kernels = KernelChoice.best();
    try (Workers workers = new Workers(2)) {
      new Trainer(network, plan, lessons, work.resolve("checkpoint"), kernels, workers)
          .run(TrainingListener.NONE, () -> false);
      Prompt prompt = new Prompt(MelodyVocabulary.START);
      Generator generator = new Generator(network, encoding, kernels, workers);
      var tune = generator.draw(0, 1, prompt, Sampling.PLAIN, List.of(), 2000, 7).get(0);
      byte[] midi = MidiWriter.write(MelodyScore.of(encoding.decode(tune.sequence()), 0, 90));
      Files.write(work.resolve("tune.mid"), midi);
    }
    // library.md ends
  }

  @Test
  void showsTheLinesThatAreCompiledHere() throws IOException {
    String shown =
        found("## The engine itself\n\n.*?```java\n(.*?)```", Files.readString(DOCUMENT));
    String compiled =
        found("// library.md begins\n(.*?) *// library.md ends", Files.readString(SOURCE));
    assertEquals(compiled.stripTrailing().stripIndent() + "\n", shown);
    assertTrue(shown.lines().count() <= MOST_LINES, shown);
  }

  @Test
  void namesTheVersionThatIsBuilt() throws IOException {
    String version = "<version>(.*?)</version>";
    String built = found(version, Files.readString(Path.of("pom.xml")));
    assertEquals(built, found(version, Files.readString(DOCUMENT)));
    assertEquals(
        built,
        found(
            "<artifactId>ductus</artifactId>\\s*" + version,
            Files.readString(Path.of("src/examples/consumer/pom.xml"))));
  }

  @Test
  void theConsumerGetsAlongWithThePluginsOfTheBuild() throws IOException {
    String consumer = Files.readString(Path.of("src/examples/consumer/pom.xml"));
    String build = Files.readString(Path.of("pom.xml"));
    for (String plugin : List.of("resources", "compiler", "dependency")) {
      String version = "<artifactId>maven-" + plugin + "-plugin</artifactId>\\s*<version>(.*?)<";
      assertEquals(found(version, build), found(version, consumer), plugin);
    }
  }

  @Test
  void learnsAndComposesTheSameTuneEachTime(@TempDir Path folder) throws Exception {
    Path midiFiles = TinyRuns.corpus(folder.resolve("midi"), 9);
    byte[] first = compose(midiFiles, folder.resolve("first"));
    assertTrue(MidiReader.read(folder.resolve("first").resolve("tune.mid")).length() > 0);
    assertArrayEquals(first, compose(midiFiles, folder.resolve("second")));
  }

  private static byte[] compose(Path midiFiles, Path work) throws Exception {
    learnAndCompose(midiFiles, Files.createDirectories(work));
    return Files.readAllBytes(work.resolve("tune.mid"));
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertTrue(matcher.find(), pattern);
    return matcher.group(1);
  }
}
