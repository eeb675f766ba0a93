package ductus.spark.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.Ductus;
import ductus.file.TensorFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the command line: a corpus is made, and learned from as its folder is. */
class LearningFromShardsTest {
  private static final int FILES = 60;

  @TempDir private Path folder;

  /** What a command said, and how it ended. */
  private record Said(int status, String out, String err) {}

  private static Said ductus(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Ductus.run(arguments, new PrintWriter(out), new PrintWriter(err));
    return new Said(status, out.toString(), err.toString());
  }

  private Said corpus(Path tunes, Path corpus, String encoding) {
    return ductus(
        List.of(
            "corpus",
            tunes.toString(),
            "--master",
            "local[2]",
            "--encoding",
            encoding,
            "--out",
            corpus.toString()));
  }

  private Path train(String command, Path source, String run, String settings) {
    List<String> arguments = new ArrayList<>(Arrays.asList(command.split(" ", -1)));
    arguments.addAll(List.of(source.toString(), "--out", folder.resolve(run).toString(), "-q"));
    arguments.addAll(Arrays.asList(settings.split(" ", -1)));
    Said said = ductus(arguments);
    assertTrue(said.status() == 0 || said.status() == 3, said.err());
    return folder.resolve(run).resolve("model.safetensors");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--encoding melody --keys all",
        "--encoding melody --keys common --conditions style,key,density",
        "--encoding performance --keys own",
        "--encoding score --keys own --merges 20",
        "--encoding poly --keys own"
      })
  void endsWithTheSameWeights(String settings) throws Exception {
    Path tunes = folder.resolve("tunes");
    GeneratedTunes.write(tunes, FILES);
    Path corpus = folder.resolve("corpus");
    Said made = corpus(tunes, corpus, settings.split(" ", -1)[1]);
    assertEquals(3, made.status(), made.err());
    String tiny = settings + " --hidden 8 --epochs 2 --batch 4 --seed 5";
    Path ofFolder = train("train", tunes, "ofFolder", tiny);
    Path ofShards = train("train", corpus, "ofShards", tiny);
    assertSameWeights(ofFolder, ofShards);
  }

  @Test
  void handsEndWithTheSameWeights() throws Exception {
    Path hands = Path.of(System.getProperty("ductus.corpora", "../corpora"), "hands");
    Path corpus = folder.resolve("corpus");
    Said made = corpus(hands, corpus, "hands");
    assertEquals(0, made.status(), made.err());
    String tiny = "--hidden 8 --mixtures 2 --longest 8 --batch 2 --batches 2 --epochs 2 --seed 5";
    Path ofFolder = train("hand train", hands, "ofFolder", tiny);
    Path ofShards = train("hand train", corpus, "ofShards", tiny);
    assertSameWeights(ofFolder, ofShards);
    Said music = ductus(List.of("train", corpus.toString(), "--dry-run"));
    assertTrue(music.err().contains("'ductus hand train' learns from it"), music.err());
  }

  private static void assertSameWeights(Path ofFolder, Path ofShards) throws Exception {
    TensorFile known = TensorFile.read(ofFolder);
    TensorFile same = TensorFile.read(ofShards);
    assertEquals(known.matrices().keySet(), same.matrices().keySet());
    for (String name : known.matrices().keySet()) {
      assertArrayEquals(values(known, name), values(same, name), name);
    }
  }

  private static float[] values(TensorFile file, String name) {
    FMatrixRMaj matrix = file.matrices().get(name);
    return matrix == null ? new float[0] : matrix.data;
  }

  @Test
  void saysWhatWasLeftOutAsTrainDoes() throws IOException {
    Path tunes = folder.resolve("tunes");
    GeneratedTunes.write(tunes, FILES);
    Path corpus = folder.resolve("corpus");
    Said made = corpus(tunes, corpus, "melody");
    Said known =
        ductus(
            List.of(
                "train",
                tunes.toString(),
                "--dry-run",
                "--hidden",
                "8",
                "--out",
                folder.resolve("no").toString()));
    List<String> leftOut = leftOut(known);
    assertEquals(GeneratedTunes.broken(FILES), leftOut.size());
    assertEquals(leftOut, leftOut(made));
    Said wrong = ductus(List.of("train", corpus.toString(), "--encoding", "poly", "--dry-run"));
    assertEquals(1, wrong.status());
    assertTrue(wrong.err().contains("say --encoding melody"), wrong.err());
    Said inspected = ductus(List.of("inspect", corpus.toString()));
    assertEquals(0, inspected.status(), inspected.err());
    assertEquals(made.out(), inspected.out());
    Said again = corpus(tunes, corpus, "melody");
    assertEquals(1, again.status());
    assertTrue(again.err().contains("holds a corpus already"), again.err());
  }

  private static List<String> leftOut(Said said) {
    return said.err().lines().filter(line -> line.contains("left out")).toList();
  }
}
